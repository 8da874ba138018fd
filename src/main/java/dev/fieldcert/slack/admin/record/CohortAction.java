package dev.fieldcert.slack.admin.record;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.profile.ChooseCohort;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.admin.TextParameter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sets or clears a person's cohort. */
@Component
@Order(25)
class CohortAction extends AdminAction {

    CohortAction(Parameters parameters, ChooseCohort chooseCohort, Learners learners, OutboxRelay delivery) {
        super("cohort", "Cohort", "put someone in a cohort", Place.CHANGE);
        var person = takes(parameters.learner());
        var cohort = takes(TextParameter.textOrNone(
                "cohort",
                "<name|none>",
                "Cohort",
                ChooseCohort.LONGEST_NAME,
                said -> learners.findOrNew(said.get(person)).profile().cohort()));
        does(said -> {
            String name = said.find(cohort).orElse(null);
            var chosen = chooseCohort.choose(said.get(person), name, said.by(), "", true);
            return CommandResult.of(
                    RecordMessages.cohort(chosen.result(), said.get(person), name),
                    chosen.result() instanceof ChooseCohort.Outcome.Chosen,
                    () -> delivery.deliver(chosen));
        });
    }
}
