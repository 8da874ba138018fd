package dev.fieldcert.slack.admin.record;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.learner.enrollment.Unenroll;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.payload.ViewSubmission;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes somebody out of a path or a course. */
@Component
@Order(4)
class UnenrollChange implements RecordChange {

    private final Unenroll unenroll;
    private final RecordMenus menus;
    private final OutboxRelay delivery;

    UnenrollChange(Unenroll unenroll, RecordMenus menus, OutboxRelay delivery) {
        this.unenroll = unenroll;
        this.menus = menus;
        this.delivery = delivery;
    }

    CommandResult unenroll(String person, String target, String by, String reason) {
        var left = unenroll.unenroll(person, target, by, reason);
        return CommandResult.of(
                RecordMessages.unenrolled(left.result(), person, menus.title(target)),
                left.result() instanceof Unenroll.Outcome.Unenrolled,
                () -> delivery.deliver(left));
    }

    @Override
    public String id() {
        return "unenroll";
    }

    @Override
    public String label() {
        return "Unenroll";
    }

    @Override
    public String field() {
        return RecordForms.TARGET;
    }

    @Override
    public List<LayoutBlock> fields(String person, Function<String, Optional<String>> soFar) {
        return TargetAndReason.fields("Path or course", menus.underWay(person));
    }

    @Override
    public CommandResult change(String person, ViewSubmission form) {
        TargetAndReason command = TargetAndReason.of(form);
        return unenroll(person, command.target(), form.person(), command.reason());
    }
}
