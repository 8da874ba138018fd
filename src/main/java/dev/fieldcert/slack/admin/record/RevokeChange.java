package dev.fieldcert.slack.admin.record;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.badge.GivenBadge;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.learner.certification.NotifyRevocation;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.payload.ViewSubmission;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes a badge back: shown wherever the badge is shown from now on. */
@Component
@Order(9)
class RevokeChange implements RecordChange {

    private final Awards awards;
    private final NotifyRevocation notifyRevocation;
    private final OutboxRelay delivery;

    RevokeChange(Awards awards, NotifyRevocation notifyRevocation, OutboxRelay delivery) {
        this.awards = awards;
        this.notifyRevocation = notifyRevocation;
        this.delivery = delivery;
    }

    /** @param badge id of the badge, or of this person's award of it */
    Optional<GivenBadge> find(String person, String badge) {
        return valid(person).stream()
                .filter(given ->
                        given.badge().id().equals(badge) || given.award().id().equals(badge))
                .findFirst();
    }

    List<GivenBadge> valid(String person) {
        return awards.of(person).stream()
                .filter(badge -> badge.standing() instanceof Standing.Valid)
                .toList();
    }

    CommandResult revoke(GivenBadge badge, String person, String by, String reason) {
        boolean revoked = awards.revoke(badge.award().id(), by, reason);
        return CommandResult.of(
                SlackMessage.note("Revoked: *" + Mrkdwn.escape(badge.badge().name()) + "* of " + Mrkdwn.person(person)
                        + ". Its page and every verification say so from now on, with your reason."),
                true,
                () -> {
                    if (revoked) {
                        delivery.deliver(notifyRevocation.tell(
                                person, badge.award().id(), badge.badge().name(), by, reason));
                    }
                });
    }

    @Override
    public String id() {
        return "revoke";
    }

    @Override
    public String label() {
        return "Take a badge back";
    }

    @Override
    public String field() {
        return RecordForms.BADGE;
    }

    @Override
    public List<LayoutBlock> fields(String person, Function<String, Optional<String>> soFar) {
        List<GivenBadge> valid = valid(person);
        if (valid.isEmpty()) {
            throw new CommandException(Mrkdwn.person(person) + " has no valid badge.");
        }
        return List.of(
                RecordForms.menu(
                        RecordForms.BADGE,
                        "Badge",
                        valid.stream()
                                .map(given -> Blocks.option(
                                        given.badge().name(), given.award().id()))
                                .toList()),
                RecordForms.reason("Everybody who looks at the badge reads it, and so does its holder.", false));
    }

    @Override
    public CommandResult change(String person, ViewSubmission form) {
        GivenBadge badge = form.input(RecordForms.BADGE)
                .flatMap(id -> find(person, id))
                .orElseThrow(() -> new CommandException("That badge is not valid any more."));
        Optional<String> reason = form.input(RecordForms.REASON);
        return reason.isPresent()
                ? revoke(badge, person, form.person(), reason.get())
                : new CommandResult(SlackMessage.note("Give a reason."), false, RecordForms.REASON, () -> {});
    }
}
