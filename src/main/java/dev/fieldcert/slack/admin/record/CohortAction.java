package dev.fieldcert.slack.admin.record;

import dev.fieldcert.learner.ChooseCohort;
import dev.fieldcert.learner.Learners;
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

/** Puts somebody into a cohort, or takes them out. */
@Component
@Order(25)
class CohortAction implements AdminAction {

    private final Parameter<String> person;
    private final Parameter<String> cohort;
    private final ChooseCohort chooseCohort;
    private final OutboxRelay delivery;

    CohortAction(Parameters parameters, ChooseCohort chooseCohort, Learners learners, OutboxRelay delivery) {
        this.person = parameters.learner();
        this.cohort = TextParameter.textOrNone(
                "cohort",
                "<name|none>",
                "Cohort",
                ChooseCohort.LONGEST_NAME,
                before -> learners.findOrNew(before.get(person)).profile().cohort());
        this.chooseCohort = chooseCohort;
        this.delivery = delivery;
    }

    @Override
    public Description description() {
        return new Description("cohort", "Cohort", "put somebody into a cohort", Place.CHANGE, person, cohort);
    }

    @Override
    public CommandResult run(Arguments arguments) {
        String whose = arguments.get(person);
        String name = arguments.find(cohort).orElse(null);
        var chosen = chooseCohort.choose(whose, name, arguments.by(), "", true);
        return CommandResult.of(
                RecordMessages.cohort(chosen.result(), whose, name), chosen.result(), () -> delivery.deliver(chosen));
    }
}
