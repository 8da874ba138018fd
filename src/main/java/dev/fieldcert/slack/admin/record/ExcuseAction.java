package dev.fieldcert.slack.admin.record;

import dev.fieldcert.learner.certification.ExcuseObjective;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.admin.TextParameter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Excuses a person from an objective. */
@Component
@Order(23)
class ExcuseAction extends AdminAction {

    ExcuseAction(Parameters parameters, ExcuseObjective excuseObjective, OutboxRelay delivery) {
        super("excuse", "Excuse an objective", "excuse someone from an objective, with a reason", Place.CHANGE);
        var person = takes(parameters.learner());
        var course = takes(parameters.courseOf(person));
        var objective = takes(parameters.openObjective(person, course));
        var reason = takes(TextParameter.reason("Stays on the record, and the learner sees it.", false));
        does(said -> {
            String whose = said.get(person);
            String id = said.get(course);
            var excused = excuseObjective.excuse(whose, id, said.get(objective), said.by(), said.get(reason));
            CommandResult result = CommandResult.of(
                    RecordMessages.excused(
                            excused.result(), whose, parameters.title(id), parameters.title(id, said.get(objective))),
                    excused.result() instanceof ExcuseObjective.Outcome.Excused,
                    () -> delivery.deliver(excused));
            boolean isAboutTheReason = excused.result() instanceof ExcuseObjective.Outcome.NoReason
                    || excused.result() instanceof ExcuseObjective.Outcome.ReasonTooLong;
            return isAboutTheReason ? result.at(reason) : result;
        });
    }
}
