package dev.fieldcert.slack.admin.record;

import dev.fieldcert.learner.enrollment.Unenroll;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.admin.TextParameter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Removes a person from a path or a course. */
@Component
@Order(24)
class UnenrollAction extends AdminAction {

    UnenrollAction(Parameters parameters, Unenroll unenroll, OutboxRelay delivery) {
        super("unenroll", "Unenroll", "take someone out of a path or a course", Place.CHANGE);
        var person = takes(parameters.learner());
        var target = takes(parameters.underWay(person));
        var reason = takes(TextParameter.reason("Stays on the record.", true));
        does(said -> {
            String what = said.get(target);
            var left = unenroll.unenroll(said.get(person), what, said.by(), said.get(reason));
            return CommandResult.of(
                    RecordMessages.unenrolled(left.result(), said.get(person), parameters.title(what)),
                    left.result() instanceof Unenroll.Outcome.Unenrolled,
                    () -> delivery.deliver(left));
        });
    }
}
