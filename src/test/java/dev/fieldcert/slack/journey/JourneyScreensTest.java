package dev.fieldcert.slack.journey;

import static dev.fieldcert.learner.SomeLearners.ADA;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Programme;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.EnrolLearner;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.NextStep;
import dev.fieldcert.learner.ObjectiveProgress.PracticalState;
import dev.fieldcert.learner.Saying;
import dev.fieldcert.learner.SomeLearners;
import dev.fieldcert.slack.Golden;
import dev.fieldcert.slack.SomeCourse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JourneyScreensTest {

    private static final Programme PROGRAMME = SomeCourse.programme();
    private static final Course COURSE = SomeCourse.course();
    private static final LocalDate DUE = LocalDate.of(2027, 3, 31);

    @Test
    void aNewcomerIsShownWhereToBegin() {
        Golden.assertMatches("journey/newcomer", EnrolmentMessages.notEnrolled(PROGRAMME));
        Golden.assertMatches("journey/catalogue", EnrolmentMessages.catalogue(PROGRAMME));
    }

    @Test
    void enrolmentHasAWord() {
        Map<String, EnrolLearner.Outcome> outcomes = new LinkedHashMap<>();
        outcomes.put("enrolled", new EnrolLearner.Outcome.Enrolled("Plans & Territories", List.of("plans")));
        outcomes.put("enrolled-already", new EnrolLearner.Outcome.AlreadyEnrolled("Plans & Territories"));
        outcomes.put("enrolled-too-early", new EnrolLearner.Outcome.NotYetPublished("A later course"));
        outcomes.put("enrolled-unknown", new EnrolLearner.Outcome.Unknown("<!channel>"));

        outcomes.forEach((name, outcome) ->
                Golden.assertMatches("journey/" + name, EnrolmentMessages.enrolled(outcome, PROGRAMME)));
        Golden.assertMatches(
                "journey/welcome",
                EnrolmentMessages.welcome(
                        new Saying.Welcome("pipeline", List.of("plans"), "U0ADMIN", DUE), PROGRAMME, SomeCourse.WHEN));
        Golden.assertMatches(
                "journey/welcome-course",
                EnrolmentMessages.welcome(
                        new Saying.Welcome(null, List.of("plans"), "U0ADMIN", null), PROGRAMME, SomeCourse.WHEN));
    }

    @Test
    void statusShowsPathsCoursesBadgesAndWhatIsNext() {
        Learner learner =
                SomeLearners.inThePath("pipeline", List.of("plans", "removed"), "U0ADMIN", DUE, SomeCourse.NOW);
        SomeLearners.learnt(learner.course("plans").orElseThrow(), "plans");
        SomeLearners.completed(learner, "use-case-ci", SomeCourse.NOW);

        Golden.assertMatches(
                "journey/status", JourneyMessages.status(learner, PROGRAMME, Optional.of(COURSE), SomeCourse.WHEN));
    }

    @Test
    void statusOfSomebodyWithNothingUnderWay() {
        Golden.assertMatches(
                "journey/status-empty",
                JourneyMessages.status(SomeLearners.newcomer(), PROGRAMME, Optional.empty(), SomeCourse.WHEN));
    }

    @Test
    void aCourseShowsItsObjectivesAndOffersWhatIsKnown() {
        CourseProgress progress = SomeLearners.enrolled("plans", SomeCourse.NOW);
        Golden.assertMatches("journey/course-new", JourneyMessages.course(COURSE, progress, SomeCourse.WHEN));

        SomeLearners.learnt(progress, "plans");
        SomeLearners.learnt(progress, "territory-plan");
        SomeLearners.practical(progress, "territory-plan", PracticalState.WAITING_FOR_REVIEW);
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
                List.of(new Attempt.Item("single", "plans", 1, List.of(), null, null, null)));
        Map<String, NextStep> steps = new LinkedHashMap<>();
        steps.put("answer-now", new NextStep.AnswerNow(attempt));
        steps.put("test-out-or-learn", new NextStep.TestOutOrLearn());
        steps.put("read-lesson", new NextStep.ReadLesson(SomeCourse.plans(), 1));
        steps.put("review-one", new NextStep.Review(1));
        steps.put("review", new NextStep.Review(3));
        steps.put("take-check", new NextStep.TakeCheck(3));
        steps.put("take-check-last", new NextStep.TakeCheck(1));
        steps.put("wait-for-check", new NextStep.WaitForCheck(SomeCourse.NOW.plus(Duration.ofHours(24))));
        steps.put("no-attempts-left", new NextStep.NoAttemptsLeft());
        steps.put("hand-in", new NextStep.HandIn(SomeCourse.territoryPlan(), false));
        steps.put("hand-in-again", new NextStep.HandIn(SomeCourse.territoryPlan(), true));
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
        Golden.assertMatches("journey/praise", JourneyMessages.word(new Saying.Word("U0MANAGER", "praise")));
        Golden.assertMatches("journey/nudge", JourneyMessages.word(new Saying.Word("U0MANAGER", "nudge")));
        Golden.assertMatches(
                "journey/changed",
                JourneyMessages.changed(new Saying.Changed("one more attempt", "plans", "U0ADMIN"), PROGRAMME));
    }
}
