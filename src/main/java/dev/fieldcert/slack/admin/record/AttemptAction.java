package dev.fieldcert.slack.admin.record;

import dev.fieldcert.learner.GrantAttempt;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.admin.TextParameter;
import dev.fieldcert.slack.delivery.OutboxRelay;
import java.time.Clock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One more attempt at a course's check. */
@Component
@Order(22)
class AttemptAction implements AdminAction {

    private final Parameter<String> person;
    private final Parameter<String> course;
    private final Parameter<String> reason = TextParameter.reason("Kept in the record.", true);
    private final Parameters parameters;
    private final GrantAttempt grantAttempt;
    private final OutboxRelay delivery;
    private final Clock clock;

    AttemptAction(Parameters parameters, GrantAttempt grantAttempt, OutboxRelay delivery, Clock clock) {
        this.person = parameters.learner();
        this.course = parameters.checkOpen(person);
        this.parameters = parameters;
        this.grantAttempt = grantAttempt;
        this.delivery = delivery;
        this.clock = clock;
    }

    @Override
    public Description description() {
        return new Description(
                "attempt",
                "One more attempt",
                "one more attempt at a course's check",
                Place.CHANGE,
                person,
                course,
                reason);
    }

    @Override
    public CommandResult run(Arguments arguments) {
        String whose = arguments.get(person);
        String id = arguments.get(course);
        var granted = grantAttempt.grant(whose, id, arguments.by(), arguments.get(reason));
        return CommandResult.of(
                RecordMessages.granted(granted.result(), whose, parameters.title(id), clock.instant()),
                granted.result() instanceof GrantAttempt.Outcome.Granted,
                () -> delivery.deliver(granted));
    }
}
