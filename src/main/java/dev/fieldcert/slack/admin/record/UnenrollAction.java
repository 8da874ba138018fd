package dev.fieldcert.slack.admin.record;

import dev.fieldcert.learner.Unenroll;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.admin.TextParameter;
import dev.fieldcert.slack.delivery.OutboxRelay;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes somebody out of a path or a course. */
@Component
@Order(24)
class UnenrollAction implements AdminAction {

    private final Parameter<String> person;
    private final Parameter<String> target;
    private final Parameter<String> reason = TextParameter.reason("Kept in the record.", true);
    private final Parameters parameters;
    private final Unenroll unenroll;
    private final OutboxRelay delivery;

    UnenrollAction(Parameters parameters, Unenroll unenroll, OutboxRelay delivery) {
        this.person = parameters.learner();
        this.target = parameters.underWay(person);
        this.parameters = parameters;
        this.unenroll = unenroll;
        this.delivery = delivery;
    }

    @Override
    public Description description() {
        return new Description(
                "unenroll",
                "Unenroll",
                "take somebody out of a path or a course",
                Place.CHANGE,
                person,
                target,
                reason);
    }

    @Override
    public CommandResult run(Arguments arguments) {
        String whose = arguments.get(person);
        String what = arguments.get(target);
        var left = unenroll.unenroll(whose, what, arguments.by(), arguments.get(reason));
        return CommandResult.of(
                RecordMessages.unenrolled(left.result(), whose, parameters.title(what)),
                left.result() instanceof Unenroll.Outcome.Unenrolled,
                () -> delivery.deliver(left));
    }
}
