package dev.fieldcert.slack.journey;

import static dev.fieldcert.learner.SomeLearners.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.NextStep;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.ObjectiveProgress;
import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import dev.fieldcert.learner.SomeLearners;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.slack.journey.picture.Mark;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JourneyScreensTest {

    private static final Program PROGRAM = SomeCourse.program();
    private static final Course COURSE = SomeCourse.course();
    private static final LocalDate DUE = LocalDate.of(2027, 3, 31);

    @Test
    void aNewcomerIsShownWhereToBegin() {
        Golden.assertMatches("journey/newcomer", EnrollmentMessages.notEnrolled(PROGRAM));
        Golden.assertMatches("journey/catalog", EnrollmentMessages.catalog(PROGRAM));
    }

    @Test
    void enrollmentHasAWord() {
        Map<String, EnrollLearner.Outcome> outcomes = new LinkedHashMap<>();
        outcomes.put("enrolled", new EnrollLearner.Outcome.Enrolled("Plans & Territories", List.of("plans")));
        outcomes.put("enrolled-already", new EnrollLearner.Outcome.AlreadyEnrolled("Plans & Territories"));
        outcomes.put("enrolled-too-early", new EnrollLearner.Outcome.NotYetPublished("A later course"));
        outcomes.put("enrolled-unknown", new EnrollLearner.Outcome.Unknown("<!channel>"));

        outcomes.forEach((name, outcome) ->
                Golden.assertMatches("journey/" + name, EnrollmentMessages.enrolled(outcome, PROGRAM)));
        Golden.assertMatches(
                "journey/welcome",
                EnrollmentMessages.welcome(
                        new Notification.Welcome("pipeline", List.of("plans"), "U0ADMIN", DUE),
                        PROGRAM,
                        SomeCourse.WHEN));
        Golden.assertMatches(
                "journey/welcome-course",
                EnrollmentMessages.welcome(
                        new Notification.Welcome(null, List.of("plans"), "U0ADMIN", null), PROGRAM, SomeCourse.WHEN));
    }

    @Test
    void statusShowsPathsCoursesBadgesAndWhatIsNext() {
        Learner learner =
                SomeLearners.inThePath("pipeline", List.of("plans", "removed"), "U0ADMIN", DUE, SomeCourse.NOW);
        SomeLearners.learned(learner.course("plans").orElseThrow(), "plans");
        SomeLearners.completed(learner, "use-case-ci", SomeCourse.NOW);

        Golden.assertMatches(
                "journey/status", JourneyMessages.status(learner, PROGRAM, Optional.of(COURSE), SomeCourse.WHEN));
    }

    @Test
    void statusOfSomebodyWithNothingUnderWay() {
        Golden.assertMatches(
                "journey/status-empty",
                JourneyMessages.status(SomeLearners.newcomer(), PROGRAM, Optional.empty(), SomeCourse.WHEN));
    }

    @Test
    void aCourseShowsItsObjectivesAndOffersWhatIsKnown() {
        CourseProgress progress = SomeLearners.enrolled("plans", SomeCourse.NOW);
        Golden.assertMatches("journey/course-new", JourneyMessages.course(COURSE, progress, SomeCourse.WHEN));

        SomeLearners.learned(progress, "plans");
        SomeLearners.learned(progress, "territory-plan");
        SomeLearners.assignment(progress, "territory-plan", AssignmentState.WAITING_FOR_REVIEW);
        Golden.assertMatches("journey/course-waiting", JourneyMessages.course(COURSE, progress, SomeCourse.WHEN));
    }

    @Test
    void eachStepIsSaid() {
        Attempt attempt = new Attempt(
                "a1",
                Attempt.Kind.PRACTICE,
                "plans",
                "plans",
                "v1",
                SomeCourse.NOW,
                List.of(new Attempt.Item("single", "plans", 1, List.of(), null, null, null)),
                List.of());
        Map<String, NextStep> steps = new LinkedHashMap<>();
        steps.put("answer-now", new NextStep.AnswerNow(attempt));
        steps.put("test-out-or-learn", new NextStep.TestOutOrLearn(COURSE.objectives()));
        steps.put("read-lesson", new NextStep.ReadLesson(SomeCourse.plans(), 1));
        steps.put("review-one", new NextStep.Review(1));
        steps.put("review", new NextStep.Review(3));
        steps.put("take-check", new NextStep.TakeCheck(3, COURSE.objectives(), List.of()));
        steps.put(
                "take-check-last", new NextStep.TakeCheck(1, COURSE.objectives().subList(1, 2), List.of()));
        steps.put("wait-for-check", new NextStep.WaitForCheck(SomeCourse.NOW.plus(Duration.ofHours(24))));
        steps.put("no-attempts-left", new NextStep.NoAttemptsLeft());
        steps.put("hand-in", new NextStep.Submission(SomeCourse.territoryPlan(), false));
        steps.put("hand-in-again", new NextStep.Submission(SomeCourse.territoryPlan(), true));
        steps.put("wait-for-review", new NextStep.WaitForReview(SomeCourse.territoryPlan()));

        steps.forEach((name, step) ->
                Golden.assertMatches("journey/next-" + name, JourneyMessages.nextUp(COURSE, step, SomeCourse.WHEN)));
    }

    @Test
    void smallWords() {
        Golden.assertMatches("journey/in-the-dm", JourneyMessages.inTheDm());
        Golden.assertMatches("journey/all-done", JourneyMessages.allDone());
        Golden.assertMatches("journey/no-such-course", JourneyMessages.noSuchCourse());
        Golden.assertMatches("journey/overdue", JourneyMessages.overdue(ADA, COURSE, DUE, SomeCourse.WHEN));
        Golden.assertMatches(
                "journey/praise",
                JourneyMessages.managerNote(new Notification.ManagerNote("U0MANAGER", "praise", null)));
        Golden.assertMatches(
                "journey/nudge",
                JourneyMessages.managerNote(
                        new Notification.ManagerNote("U0MANAGER", "nudge", "Ping me if *anything*\nis <unclear>.")));
        Golden.assertMatches(
                "journey/changed",
                JourneyMessages.changed(
                        new Notification.Changed(
                                Notification.Changed.Kind.ATTEMPT_GRANTED, "plans", null, null, null, "U0ADMIN"),
                        PROGRAM));
    }

    @Test
    void anExcusedObjectiveAsksForNoAssignment() {
        Objective objective = COURSE.objectives().stream()
                .filter(each -> each.assignment().isPresent())
                .findFirst()
                .orElseThrow();
        for (ObjectiveProgress.AssignmentState state : ObjectiveProgress.AssignmentState.values()) {
            ObjectiveProgress excused =
                    new ObjectiveProgress(ObjectiveProgress.State.EXCUSED, 0, state, "submission", 1, "Knows it", null);
            assertThat(StateWords.of(excused, objective)).isEqualTo("excused");
            assertThat(Mark.of(excused, objective)).isEqualTo(Mark.EXCUSED);
        }
    }
}
