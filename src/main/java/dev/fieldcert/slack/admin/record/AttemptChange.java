package dev.fieldcert.slack.admin.record;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.learner.assessment.GrantAttempt;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.payload.ViewSubmission;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One more attempt at a course's check. */
@Component
@Order(2)
class AttemptChange implements RecordChange {

    private final GrantAttempt grantAttempt;
    private final RecordMenus menus;
    private final OutboxRelay delivery;
    private final Clock clock;

    AttemptChange(GrantAttempt grantAttempt, RecordMenus menus, OutboxRelay delivery, Clock clock) {
        this.grantAttempt = grantAttempt;
        this.menus = menus;
        this.delivery = delivery;
        this.clock = clock;
    }

    CommandResult grant(String person, String course, String by, String reason) {
        var granted = grantAttempt.grant(person, course, by, reason);
        return CommandResult.of(
                RecordMessages.granted(granted.result(), person, menus.title(course), clock.instant()),
                granted.result() instanceof GrantAttempt.Outcome.Granted,
                () -> delivery.deliver(granted));
    }

    @Override
    public String id() {
        return "attempt";
    }

    @Override
    public String label() {
        return "One more attempt";
    }

    @Override
    public String field() {
        return RecordForms.TARGET;
    }

    @Override
    public List<LayoutBlock> fields(String person, Function<String, Optional<String>> soFar) {
        return TargetAndReason.fields("Course", menus.checksOpen(person));
    }

    @Override
    public CommandResult change(String person, ViewSubmission form) {
        TargetAndReason command = TargetAndReason.of(form);
        return grant(person, command.target(), form.person(), command.reason());
    }
}
