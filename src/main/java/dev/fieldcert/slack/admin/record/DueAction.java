package dev.fieldcert.slack.admin.record;

import dev.fieldcert.learner.MoveDueDate;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.admin.TextParameter;
import dev.fieldcert.slack.delivery.OutboxRelay;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Moves a due date, or takes it away. */
@Component
@Order(21)
class DueAction implements AdminAction {

    private final Parameter<String> person;
    private final Parameter<String> target;
    private final Parameter<LocalDate> due;
    private final Parameter<String> reason = TextParameter.reason("Kept in the record.", true);
    private final Parameters parameters;
    private final MoveDueDate moveDueDate;
    private final OutboxRelay delivery;

    DueAction(Parameters parameters, MoveDueDate moveDueDate, OutboxRelay delivery) {
        this.person = parameters.learner();
        this.target = parameters.underWay(person);
        this.due = parameters.dueOrNone();
        this.parameters = parameters;
        this.moveDueDate = moveDueDate;
        this.delivery = delivery;
    }

    @Override
    public Description description() {
        return new Description(
                "due", "Move a due date", "move a due date", Place.CHANGE, person, target, due, reason);
    }

    @Override
    public CommandResult run(Arguments arguments) {
        String whose = arguments.get(person);
        String what = arguments.get(target);
        LocalDate day = arguments.find(due).orElse(null);
        var moved = moveDueDate.move(whose, what, day, arguments.by(), arguments.get(reason));
        return CommandResult.of(
                        RecordMessages.moved(moved.result(), whose, parameters.title(what), day),
                        moved.result() instanceof MoveDueDate.Outcome.Moved,
                        () -> delivery.deliver(moved))
                .at(due);
    }
}
