package dev.fieldcert.slack.admin.record;

import dev.fieldcert.badge.GivenBadge;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.learner.NotifyRevocation;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.MenuParameter;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.admin.TextParameter;
import dev.fieldcert.slack.admin.TypedWords;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.delivery.OutboxRelay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Revokes a badge: shown wherever the badge is shown from now on. */
@Component
@Order(29)
class RevokeAction implements AdminAction {

    private final Parameter<String> person;
    private final Parameter<String> badge;
    private final Parameter<String> reason =
            TextParameter.reason("Everybody who looks at the badge reads it, and so does its holder.", false);
    private final Awards awards;
    private final NotifyRevocation notifyRevocation;
    private final OutboxRelay delivery;

    RevokeAction(Parameters parameters, Awards awards, NotifyRevocation notifyRevocation, OutboxRelay delivery) {
        this.person = parameters.person();
        this.badge = badge(awards);
        this.awards = awards;
        this.notifyRevocation = notifyRevocation;
        this.delivery = delivery;
    }

    /** One of those that are valid, by the id of the badge, or of this person's award of it. */
    private Parameter<String> badge(Awards awards) {
        return new MenuParameter(
                "badge",
                "<badge>",
                "Badge",
                before -> valid(awards, before.get(person)).stream()
                        .map(given -> Blocks.option(
                                given.badge().name(), given.award().id()))
                        .toList(),
                (word, before) -> word) {

            @Override
            protected String typed(TypedWords words, Arguments before) {
                List<GivenBadge> valid = valid(awards, before.get(person));
                return words.word()
                        .filter(word -> find(valid, word).isPresent())
                        .orElseThrow(() -> words.missing("Say which badge – "
                                + Mrkdwn.person(before.get(person)) + " has "
                                + valid.stream()
                                        .map(given -> "`" + given.badge().id() + "`")
                                        .collect(Collectors.joining(", "))
                                + " – and why"));
            }
        };
    }

    private static List<GivenBadge> valid(Awards awards, String person) {
        List<GivenBadge> valid = awards.of(person).stream()
                .filter(badge -> badge.standing() instanceof Standing.Valid)
                .toList();
        if (valid.isEmpty()) {
            throw new CommandException(Mrkdwn.person(person) + " has no valid badge.");
        }
        return valid;
    }

    private static Optional<GivenBadge> find(List<GivenBadge> valid, String id) {
        return valid.stream()
                .filter(given ->
                        given.badge().id().equals(id) || given.award().id().equals(id))
                .findFirst();
    }

    @Override
    public Description description() {
        return new Description(
                "revoke",
                "Revoke a badge",
                "revoke a badge, with the reason everybody will see",
                Place.CHANGE,
                person,
                badge,
                reason);
    }

    @Override
    public CommandResult run(Arguments arguments) {
        String whose = arguments.get(person);
        GivenBadge given = find(valid(awards, whose), arguments.get(badge))
                .orElseThrow(() -> new CommandException("That badge is not valid any more."));
        String why = arguments.get(reason);
        if (why.isEmpty()) {
            return CommandResult.refused("Give a reason: everybody who looks at the badge reads it.")
                    .at(reason);
        }
        String award = given.award().id();
        String name = given.badge().name();
        awards.revoke(award, arguments.by(), why);
        var told = notifyRevocation.tell(whose, award, name, arguments.by(), why);
        return CommandResult.of(
                SlackMessage.note("Revoked: *" + Mrkdwn.escape(name) + "* of " + Mrkdwn.person(whose)
                        + ". Its page and every verification say so from now on, with your reason."),
                true,
                () -> delivery.deliver(told));
    }
}
