package dev.fieldcert.slack.admin.record;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.blockkit.When;
import java.time.Clock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows a person's progress. */
@Component
@Order(1)
class StatusAction extends AdminAction {

    StatusAction(Parameters parameters, Learners learners, Programs programs, Clock clock) {
        super("status", "See their progress", "someone’s progress", Place.LOOK);
        var person = takes(parameters.person());
        does(said -> {
            Learner learner = learners.findOrNew(said.get(person));
            return CommandResult.shown(StatusMessages.status(
                    learner,
                    programs.current(),
                    When.in(learner.profile().zone(), learner.profile().locale(), clock.instant())));
        });
    }
}
