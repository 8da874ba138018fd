package dev.fieldcert.slack.admin.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.drip.Pace;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.SomeLearners;
import dev.fieldcert.learner.assessment.GrantAttempt;
import dev.fieldcert.learner.certification.ExcuseObjective;
import dev.fieldcert.learner.enrollment.MoveDueDate;
import dev.fieldcert.learner.enrollment.Unenroll;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.admin.AdminForms;
import dev.fieldcert.slack.admin.LargeScreens;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person’s record, as it looks. */
class RecordScreensTest {

    private static final Program PROGRAM = SomeCourse.program();
    private static final LocalDate DUE = LocalDate.of(2027, 3, 31);

    @Test
    void whatBecameOfAChange() {
        Golden.assertMatches(
                "admin/changed",
                RecordMessages.moved(new MoveDueDate.Outcome.Moved(null), "U0ADA", "Plans & more", DUE));
        Golden.assertMatches(
                "admin/changed-attempt",
                RecordMessages.granted(
                        new GrantAttempt.Outcome.Granted(2, SomeCourse.NOW.plusSeconds(3600)),
                        "U0ADA",
                        "Plans",
                        SomeCourse.NOW));
        Golden.assertMatches(
                "admin/changed-excuse",
                RecordMessages.excused(new ExcuseObjective.Outcome.Excused(), "U0ADA", "Plans", "One plan"));
        Golden.assertMatches(
                "admin/not-changed",
                RecordMessages.unenrolled(new Unenroll.Outcome.NotEnrolled(), "U0ADA", "Plans & more"));
        Golden.assertMatches(
                "admin/manager-circle",
                SlackMessage.note(RecordMessages.manager(
                        new AssignManager.Outcome.Circle(List.of("U1", "U2", "U3")), "U3", "U1")));
    }

    @Test
    void whereSomebodyStands() {
        Learner ada = SomeLearners.inThePath(
                "pipeline", List.of("plans", "use-case-ci", "gone"), "U0LINUS", DUE, SomeCourse.NOW);
        Golden.assertMatches("admin/status", StatusMessages.status(ada, PROGRAM, SomeCourse.WHEN));
        Golden.assertMatches(
                "admin/status-nothing", StatusMessages.status(new Learner("U0ADA"), PROGRAM, SomeCourse.WHEN));
        Golden.assertMatches("admin/why", WhyMessages.why("U0ADA", Optional.of(ada), SomeCourse.WHEN));
        Golden.assertMatches("admin/why-nobody", WhyMessages.why("U0ADA", Optional.empty(), SomeCourse.WHEN));
        Golden.assertMatches(
                "admin/contacts",
                WhyMessages.contacts(3, 700, 4000, new Pace.Drain(List.of(), List.of(), Duration.ofSeconds(140))));
    }

    @Test
    void somebodyInEverything() {
        Learner learner = SomeLearners.inThePath(
                "path-0", LargeScreens.COURSES.stream().map(Course::id).toList(), "U0BOSS", null, SomeCourse.NOW);

        SlackMessage status = StatusMessages.status(learner, LargeScreens.PROGRAM, SomeCourse.WHEN);

        LargeScreens.slackTakes(status);
        assertThat(status.blocks().toString()).contains("more courses");
        LargeScreens.slackTakes(AdminForms.shown("See their progress", "U0ADA", status));
    }
}
