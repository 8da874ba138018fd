package dev.fieldcert.slack.admin.record;

import static dev.fieldcert.slack.blockkit.Blocks.option;
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
import dev.fieldcert.slack.admin.LargeScreens;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person's record, as it looks. */
class RecordScreensTest {

    private static final Program PROGRAM = SomeCourse.program();
    private static final LocalDate DUE = LocalDate.of(2027, 3, 31);

    @Test
    void theFormsAroundAPersonsRecord() {
        Golden.assertMatches(
                "admin/record-who",
                RecordForms.who(
                        List.of(new RecordForms.Choice("status", "Where they stand")),
                        List.of(
                                new RecordForms.Choice("due", "Move a due date"),
                                new RecordForms.Choice("excuse", "Excuse an objective")),
                        "U0ADA"));
        Golden.assertMatches(
                "admin/record-due",
                RecordForms.change(
                        "due",
                        "Move a due date",
                        "Save",
                        "U0ADA",
                        List.of(
                                RecordForms.menu(
                                        RecordForms.TARGET,
                                        "Path or course",
                                        List.of(option("Plans & Territories, due " + DUE, "plans"))),
                                RecordForms.due().get(0),
                                RecordForms.due().get(1),
                                RecordForms.reason("Kept in the record.", true))));
        Golden.assertMatches(
                "admin/record-excuse",
                RecordForms.change(
                        "excuse",
                        "Excuse an objective",
                        "Save",
                        "U0ADA",
                        List.of(
                                RecordForms.turningMenu(
                                        RecordForms.TARGET,
                                        RecordForms.TURN,
                                        "Course",
                                        List.of(option("Plans", "plans"), option("DevOps", "devops")),
                                        Optional.of("plans")),
                                RecordForms.menu(
                                        RecordForms.objectiveField("plans"),
                                        "Objective",
                                        List.of(option("Plans", "plans"), option("Territory plan", "territory-plan"))),
                                RecordForms.reason("The learner reads it.", false))));
        Golden.assertMatches(
                "admin/record-people",
                RecordForms.change(
                        "manager",
                        "Manager",
                        "Save",
                        "U0ADA",
                        List.of(
                                RecordForms.cohort(null, 60),
                                RecordForms.other("Manager", "U0GRACE"),
                                RecordForms.role("author"),
                                RecordForms.nothingOpen())));
        Golden.assertMatches(
                "admin/record-shown",
                RecordForms.shown("Where they stand", "U0ADA", SlackMessage.note("Nothing is noted about <@U0ADA>.")));
        Golden.assertMatches(
                "admin/record-changed",
                RecordForms.changed("Cohort", RecordMessages.cohort(true, "U0ADA", "spring <27>")));
    }

    @Test
    void whatBecameOfAChange() {
        Golden.assertMatches(
                "admin/changed",
                RecordMessages.moved(new MoveDueDate.Outcome.Moved(Optional.empty()), "U0ADA", "Plans & more", DUE));
        Golden.assertMatches(
                "admin/changed-attempt",
                RecordMessages.granted(
                        new GrantAttempt.Outcome.Granted(2, Optional.of(SomeCourse.NOW.plusSeconds(3600))),
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
                SlackMessage.note(ManagerMessages.words(
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
        LargeScreens.slackTakes(RecordForms.shown("Where they stand", "U0ADA", status));
    }
}
