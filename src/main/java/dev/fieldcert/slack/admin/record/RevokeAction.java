package dev.fieldcert.slack.admin.record;

import static dev.fieldcert.slack.blockkit.Blocks.option;

import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.badge.records.GivenBadge;
import dev.fieldcert.learner.certification.NotifyRevocation;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.MenuParameter;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.TextParameter;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Revokes a badge, which is then shown as revoked everywhere. */
@Component
@Order(29)
class RevokeAction extends AdminAction {

    private final Awards awards;

    RevokeAction(Parameters parameters, Awards awards, NotifyRevocation notifyRevocation, OutboxRelay delivery) {
        super("revoke", "Revoke a badge", "revoke a badge, with a reason everyone will see", Place.CHANGE);
        this.awards = awards;
        var person = takes(parameters.person());
        var badge = takes(new MenuParameter(
                "badge",
                "<badge>",
                "Badge",
                said -> valid(said.get(person)).stream()
                        .map(given -> option(given.badge().name(), given.award().id()))
                        .toList(),
                (word, said) -> named(said.get(person), word)));
        var reason =
                takes(TextParameter.reason("Everyone who looks at the badge sees it, and so does its holder.", false));
        asksBefore(said -> said.find(person)
                .filter(whose -> said.find(badge).filter(this::isRevoked).isEmpty())
                .map(RevokeAction::confirmation));
        does(said -> {
            String whose = said.get(person);
            String why = said.get(reason);
            GivenBadge given = awards.find(said.get(badge))
                    .filter(each -> each.learner().equals(whose))
                    .orElseThrow(() -> new CommandException("That badge isn’t theirs. Nothing was changed."));
            if (why.isEmpty()) {
                return CommandResult.refused("Give a reason. Everyone who looks at the badge sees it.")
                        .at(reason);
            }
            String award = given.award().id();
            String name = given.badge().name();
            awards.revoke(award, said.by(), why);
            var told = notifyRevocation.tell(whose, award, name, said.by(), why);
            if (told.result() instanceof NotifyRevocation.Outcome.AlreadyRevoked) {
                return CommandResult.refused("*" + Mrkdwn.escape(name) + "* of " + Mrkdwn.person(whose)
                        + " was already revoked" + reason(given) + " Nothing was changed.");
            }
            return CommandResult.of(
                    SlackMessage.note(
                            "Revoked: *" + Mrkdwn.escape(name) + "* of " + Mrkdwn.person(whose)
                                    + ". The badge’s page and every verification now say so, with your reason. I’ll let them know."),
                    true,
                    () -> delivery.deliver(told));
        });
    }

    private boolean isRevoked(String award) {
        return awards.find(award)
                .filter(given -> given.standing() instanceof Standing.Revoked)
                .isPresent();
    }

    private static Confirmation confirmation(String whose) {
        return new Confirmation(
                "Revoke a badge of " + Mrkdwn.person(whose) + "?",
                "The badge’s page and every verification will say that it was revoked, with your reason. You can’t undo this.",
                "Revoke",
                "I’m sure. I know I can’t undo this.");
    }

    private static String reason(GivenBadge given) {
        return given.standing() instanceof Standing.Revoked revoked
                ? ": " + Mrkdwn.escape(revoked.reason()) + (revoked.reason().matches(".*[.!?]") ? "" : ".")
                : ".";
    }

    private List<GivenBadge> valid(String person) {
        List<GivenBadge> valid = awards.of(person).stream()
                .filter(badge -> badge.standing() instanceof Standing.Valid)
                .toList();
        if (valid.isEmpty()) {
            throw new CommandException(Mrkdwn.person(person) + " has no valid badge.");
        }
        return valid;
    }

    /**
     * The id of the award with this id or of this badge. If the badge was awarded several times, the valid award is
     * preferred. A repeated command may find only the award that it has revoked itself.
     */
    private String named(String person, String word) {
        return awards.of(person).stream()
                .filter(given ->
                        given.badge().id().equals(word) || given.award().id().equals(word))
                .min(Comparator.comparing(given -> !(given.standing() instanceof Standing.Valid)))
                .map(given -> given.award().id())
                .orElseThrow(() -> new CommandException(Mrkdwn.person(person) + " has no badge "
                        + Sentences.quoted(word) + " but "
                        + valid(person).stream()
                                .map(given -> "`" + given.badge().id() + "`")
                                .collect(Collectors.joining(", "))
                        + ". Nothing was changed."));
    }
}
