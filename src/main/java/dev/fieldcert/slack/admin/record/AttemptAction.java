package dev.fieldcert.slack.admin.record;

import dev.fieldcert.learner.assessment.GrantAttempt;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.admin.TextParameter;
import java.time.Clock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Grants one more attempt at a course's check. */
@Component
@Order(22)
class AttemptAction extends AdminAction {

    AttemptAction(Parameters parameters, GrantAttempt grantAttempt, OutboxRelay delivery, Clock clock) {
        super("attempt", "Give another attempt", "another attempt at a course’s check", Place.CHANGE);
        var person = takes(parameters.learner());
        var course = takes(parameters.checkOpen(person));
        var reason = takes(TextParameter.reason("Stays on the record.", true));
        does(said -> {
            String whose = said.get(person);
            String id = said.get(course);
            var granted = grantAttempt.grant(whose, id, said.by(), said.get(reason));
            return CommandResult.of(
                    RecordMessages.granted(granted.result(), whose, parameters.title(id), clock.instant()),
                    granted.result() instanceof GrantAttempt.Outcome.Granted,
                    () -> delivery.deliver(granted));
        });
    }
}
