package dev.fieldcert.slack.admin.record;

import dev.fieldcert.learner.enrollment.MoveDueDate;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.admin.TextParameter;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Moves or removes a due date. */
@Component
@Order(21)
class DueAction extends AdminAction {

    DueAction(Parameters parameters, MoveDueDate moveDueDate, OutboxRelay delivery) {
        super("due", "Move a due date", "move a due date", Place.CHANGE);
        var person = takes(parameters.learner());
        var target = takes(parameters.underWay(person));
        var due = takes(parameters.dueOrNone());
        var reason = takes(TextParameter.reason("Stays on the record.", true));
        does(said -> {
            String what = said.get(target);
            LocalDate day = said.find(due).orElse(null);
            var moved = moveDueDate.move(said.get(person), what, day, said.by(), said.get(reason));
            return CommandResult.of(
                            RecordMessages.moved(moved.result(), said.get(person), parameters.title(what), day),
                            moved.result() instanceof MoveDueDate.Outcome.Moved,
                            () -> delivery.deliver(moved))
                    .at(due);
        });
    }
}
