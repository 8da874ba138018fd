package dev.fieldcert.slack.admin.report;

import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.team.RampMessages;
import dev.fieldcert.team.Ramp;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Compares how long the newest cohort and the one before it take to earn each badge. */
@Component
@Order(42)
class RampAction extends AdminAction {

    private final Learners learners;
    private final Programs programs;

    RampAction(Learners learners, Programs programs) {
        super("ramp", "Ramp", "days from enrollment to each badge, this cohort and the last", Place.REPORTS);
        this.learners = learners;
        this.programs = programs;
        homeButton(Place.REPORTS, "Ramp", "");
        does(said -> CommandResult.shown(screen(ramp())));
    }

    private Optional<Ramp> ramp() {
        try (Stream<Learner> all = learners.stream()) {
            return Ramp.of(all, programs.current(), 1);
        }
    }

    private static SlackMessage screen(Optional<Ramp> ramp) {
        return ramp.map(known -> SlackMessage.of(
                        text(RampMessages.words(known)),
                        note("The median of those who have the badge. Cohorts are set with `/cert-admin cohort`.")))
                .orElseGet(
                        () -> SlackMessage.note(
                                "*No cohort has earned a badge yet.* Put people into cohorts with `/cert-admin cohort` or the roster."));
    }
}
