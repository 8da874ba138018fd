package dev.fieldcert.slack.admin.record;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.blockkit.When;
import java.time.Clock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where somebody stands. */
@Component
@Order(1)
class StatusAction implements AdminAction {

    private final Parameter<String> person;
    private final Learners learners;
    private final Programs programs;
    private final Clock clock;

    StatusAction(Parameters parameters, Learners learners, Programs programs, Clock clock) {
        this.person = parameters.person();
        this.learners = learners;
        this.programs = programs;
        this.clock = clock;
    }

    @Override
    public Description description() {
        return new Description("status", "Where they stand", "where somebody stands", Place.LOOK, person);
    }

    @Override
    public CommandResult run(Arguments arguments) {
        Learner learner = learners.findOrNew(arguments.get(person));
        return CommandResult.shown(StatusMessages.status(
                learner, programs.current(), When.in(learner.profile().zone(), clock.instant())));
    }
}
