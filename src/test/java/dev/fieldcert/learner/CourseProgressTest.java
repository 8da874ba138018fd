package dev.fieldcert.learner;

import static dev.fieldcert.learner.SmallCourse.FIRST;
import static dev.fieldcert.learner.SmallCourse.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import dev.fieldcert.learner.ObjectiveProgress.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One course of one learner, and what comes next in it. */
class CourseProgressTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final Course COURSE = SmallCourse.course();

    private final CourseProgress progress = CourseProgress.enrolled("plans", "U0ADA", null, NOW);

    private static Attempt.Item item(String question) {
        return Attempt.Item.open(question, FIRST, 1);
    }

    private static Attempt attempt(Attempt.Kind kind, Attempt.Item... items) {
        return new Attempt("a1-1", kind, "plans", FIRST, "v1", NOW, List.of(items), List.of());
    }

    private NextStep next(Instant at) {
        return NextStep.of(progress, COURSE, at);
    }

    @Test
    void aNewCourseIsFreshAndUntouched() {
        assertThat(progress.isFresh()).isTrue();
        assertThat(progress.startedAt()).isEmpty();
        assertThat(progress.touchedAt()).isEqualTo(NOW);
        assertThat(progress.enrolledAt()).isEqualTo(NOW);
        assertThat(progress.enrolledBy()).isEqualTo("U0ADA");
        assertThat(progress.share(COURSE)).isZero();
        assertThat(progress.objective("any")).isEqualTo(ObjectiveProgress.NEW);
        progress.touch(NOW.plusSeconds(5));
        progress.touch(NOW.plusSeconds(9));
        assertThat(progress.startedAt()).contains(NOW.plusSeconds(5));
        assertThat(progress.touchedAt()).isEqualTo(NOW.plusSeconds(9));
    }

    @Test
    void eachObjectiveEachAssignmentAndTheCheckCountOnce() {
        progress.learn(FIRST);
        assertThat(progress.isFresh()).isFalse();
        assertThat(progress.share(COURSE)).isEqualTo(0.25);
        progress.submit(SECOND, "w1", 1);
        assertThat(progress.share(COURSE)).isEqualTo(0.25);
        progress.review(SECOND, "w1", true);
        assertThat(progress.share(COURSE)).isEqualTo(0.5);
        progress.learn(SECOND);
        progress.passCheck(1, "v1", NOW);
        assertThat(progress.share(COURSE)).isEqualTo(1);
    }

    @Test
    void aBetterStateIsNotLearnedAway() {
        progress.show(FIRST, new ObjectiveProgress.Shown(true, 2, 2, null));
        progress.learn(FIRST);
        assertThat(progress.objective(FIRST).state()).isEqualTo(State.TESTED_OUT);
        progress.openCard(FIRST, 1);
        assertThat(progress.objective(FIRST).state()).isEqualTo(State.TESTED_OUT);
        assertThat(progress.objective(FIRST).card()).isEqualTo(1);
    }

    @Test
    void anObjectiveIsOpenUntilItsLessonAndItsAssignmentAreDone() {
        var first = COURSE.objectives().get(0);
        var second = COURSE.objectives().get(1);
        assertThat(progress.isOpen(first)).isTrue();
        progress.learn(FIRST);
        assertThat(progress.isOpen(first)).isFalse();
        progress.learn(SECOND);
        assertThat(progress.isOpen(second)).isTrue();
        progress.review(SECOND, "w1", true);
        assertThat(progress.isOpen(second)).isFalse();
        CourseProgress excused = CourseProgress.enrolled("plans", "U0ADA", null, NOW);
        excused.excuse(SECOND, "why");
        assertThat(excused.isOpen(second)).isFalse();
        assertThat(excused.assignmentsOpen(COURSE)).isEmpty();
        assertThat(progress.isThrough(COURSE)).isTrue();
        assertThat(excused.isThrough(COURSE)).isFalse();
    }

    @Test
    void aFailedCheckLeavesWhatWasExcusedAndARenewalAlone() {
        progress.excuse(FIRST, "why");
        progress.learn(SECOND);
        progress.openCard(SECOND, 1);
        progress.failCheck(List.of(FIRST, SECOND), NOW);
        assertThat(progress.objective(FIRST).state()).isEqualTo(State.EXCUSED);
        assertThat(progress.objective(SECOND))
                .extracting(ObjectiveProgress::card)
                .isEqualTo(0);
        CourseProgress renewal = CourseProgress.renewal("plans", "U0ADA", LocalDate.of(2027, 1, 1), NOW);
        renewal.failCheck(List.of(FIRST), NOW);
        assertThat(renewal.objective(FIRST).state()).isEqualTo(State.NEW);
        assertThat(renewal.checkOpensAt()).contains(NOW);
        assertThat(renewal.isThrough(COURSE)).isTrue();
    }

    @Test
    void onlyWhatWasShownIsMasteredAndAnExcuseIsRemembered() {
        progress.excuse(FIRST, "why");
        assertThat(progress.toShow(COURSE)).hasSize(2);
        progress.show(FIRST, new ObjectiveProgress.Shown(false, 6, 7, null));
        assertThat(progress.objective(FIRST).state()).isEqualTo(State.MASTERED);
        assertThat(progress.objective(FIRST).reason()).isEqualTo("why");
        assertThat(progress.toShow(COURSE)).containsExactly(COURSE.objectives().get(1));
        progress.show(SECOND, new ObjectiveProgress.Shown(true, 2, 2, null));
        assertThat(progress.objective(SECOND).state()).isEqualTo(State.TESTED_OUT);
        assertThat(progress.toShow(COURSE)).isEmpty();
        progress.passCheck(COURSE, "v1", NOW);
        assertThat(progress.checkScore()).contains(8.0 / 9);
    }

    @Test
    void attemptsAndTestOutsRunOut() {
        assertThat(progress.attemptsLeft(COURSE)).isEqualTo(2);
        for (int i = 0; i < 3; i++) {
            progress.countCheck();
        }
        assertThat(progress.isFresh()).isFalse();
        assertThat(progress.attemptsLeft(COURSE)).isZero();
        progress.grantAttempt();
        progress.grantAttempt();
        assertThat(progress.extraAttempts()).isEqualTo(2);
        assertThat(progress.attemptsLeft(COURSE)).isEqualTo(1);
        var first = COURSE.objectives().get(0);
        assertThat(progress.testOutsLeft(COURSE, first)).isEqualTo(1);
        progress.spendTestOut(List.of(first));
        progress.spendTestOut(List.of(first));
        assertThat(progress.testOutsLeft(COURSE, first)).isZero();
        assertThat(progress.testOutsLeft(COURSE, COURSE.objectives().get(1))).isEqualTo(1);
    }

    @Test
    void anAnswerOfACheckLeavesNoReviewAndNoCalibration() {
        progress.begin(attempt(Attempt.Kind.CHECK, item("q1"), item("q2")), NOW);
        Attempt.Item answered = item("q1").answered(Answer.Chosen.of("false"), 0, Confidence.CERTAIN, NOW);

        progress.answer(0, answered, false, NOW.plusSeconds(5));

        assertThat(progress.reviewItems()).isEmpty();
        assertThat(progress.calibration().isEmpty()).isTrue();
        assertThat(progress.lastShown()).containsEntry("q1", 1);
        assertThat(progress.attempt().orElseThrow().items().get(0)).isEqualTo(answered);
        assertThat(progress.touchedAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(progress.attempt().orElseThrow().score()).isZero();
        assertThat(progress.attempt().orElseThrow().score(FIRST)).isZero();
    }

    @Test
    void aScoreIsTheMeanOfItsItems() {
        Attempt half =
                attempt(Attempt.Kind.CHECK, item("q1").answered(Answer.Chosen.of("true"), 1, null, NOW), item("q2"));
        assertThat(half.score()).isEqualTo(0.5);
        assertThat(half.score(FIRST)).isEqualTo(0.5);
        assertThat(half.score("none")).isZero();
        assertThat(half.position()).isEqualTo(1);
        assertThat(half.isOver()).isFalse();
        assertThat(attempt(Attempt.Kind.CHECK).score()).isZero();
        assertThat(attempt(Attempt.Kind.CHECK).isOver()).isTrue();
        assertThat(item("q1").given()).isEmpty();
        assertThat(half.items().get(0).given()).contains(Answer.Chosen.of("true"));
    }

    @Test
    void aRightAnswerTakesTheReviewAway() {
        progress.begin(attempt(Attempt.Kind.PRACTICE, item("q1"), item("q2")), NOW);
        progress.answer(0, item("q1").answered(Answer.Chosen.of("false"), 0, Confidence.GUESS, NOW), false, NOW);
        progress.answer(1, item("q2").answered(Answer.Chosen.of("false"), 0, null, NOW), false, NOW);
        assertThat(progress.reviewItems())
                .containsExactly(
                        new ReviewItem("q1", FIRST, false, NOW.plus(Duration.ofDays(2))),
                        new ReviewItem("q2", FIRST, false, NOW.plus(Duration.ofDays(2))));
        assertThat(progress.calibration()).isEqualTo(new Calibration(1, 0, 0, 0, 0, 0));
        progress.answer(0, item("q1").answered(Answer.Chosen.of("true"), 1, null, NOW), true, NOW);
        assertThat(progress.reviewItems()).extracting(ReviewItem::question).containsExactly("q2");
        progress.passCheck(1, "v1", NOW);
        assertThat(progress.reviewItems()).isEmpty();
    }

    @Test
    void confidenceIsCountedByItsKind() {
        Calibration all = Calibration.NONE
                .and(Confidence.GUESS, true)
                .and(Confidence.GUESS, false)
                .and(Confidence.FAIRLY, true)
                .and(Confidence.FAIRLY, false)
                .and(Confidence.CERTAIN, true)
                .and(Confidence.CERTAIN, false);
        assertThat(all).isEqualTo(new Calibration(2, 1, 2, 1, 2, 1));
        assertThat(all.isEmpty()).isFalse();
        assertThat(Calibration.NONE.isEmpty()).isTrue();
        assertThat(new Calibration(1, 0, 1, 0, 0, 0).isEmpty()).isFalse();
        assertThat(new Calibration(0, 0, 1, 0, 1, 0).isEmpty()).isFalse();
        assertThat(Calibration.NONE.and(Confidence.CERTAIN, true).isEmpty()).isFalse();
    }

    @Test
    void aWalkIsRememberedOnItsWay() {
        progress.begin(attempt(Attempt.Kind.PRACTICE, item("q1")), NOW);

        progress.walk(0, new Answer.Walked(List.of("a")), Confidence.FAIRLY, NOW.plusSeconds(5));

        Attempt.Item walking = progress.attempt().orElseThrow().items().get(0);
        assertThat(walking.isAnswered()).isFalse();
        assertThat(walking.given()).contains(new Answer.Walked(List.of("a")));
        assertThat(walking.confidence()).isEqualTo(Confidence.FAIRLY);
        assertThat(progress.touchedAt()).isEqualTo(NOW.plusSeconds(5));
        progress.extend(List.of(item("q2")));
        assertThat(progress.attempt().orElseThrow().items()).hasSize(2);
        progress.endAttempt();
        assertThat(progress.attempt()).isEmpty();
    }

    @Test
    void theNextStepIsTheOpenQuestionThenTheLesson() {
        assertThat(next(NOW))
                .isEqualTo(new NextStep.ReadLesson(COURSE.objectives().get(0), 0));
        progress.openCard(FIRST, 9);
        assertThat(next(NOW))
                .isEqualTo(new NextStep.ReadLesson(COURSE.objectives().get(0), 1));
        Attempt running = attempt(Attempt.Kind.PRACTICE, item("first-p1"));
        progress.begin(running, NOW);
        assertThat(next(NOW)).isEqualTo(new NextStep.AnswerNow(running));
        assertThat(next(NOW).isOpen()).isTrue();
    }

    @Test
    void afterTheLessonsComeReviewsThenTheCheckUnlessItIsClosed() {
        progress.begin(attempt(Attempt.Kind.PRACTICE, item("first-p1"), item("gone")), NOW);
        progress.answer(0, item("first-p1").answered(Answer.Chosen.of("false"), 0, null, NOW), false, NOW);
        progress.answer(1, item("gone").answered(Answer.Chosen.of("false"), 0, null, NOW), false, NOW);
        progress.endAttempt();
        progress.learn(FIRST);
        progress.learn(SECOND);
        assertThat(next(NOW)).isEqualTo(new NextStep.TakeCheck(2, COURSE.objectives(), List.of()));
        assertThat(next(NOW.plus(Duration.ofDays(2)))).isEqualTo(new NextStep.Review(1));
        progress.countCheck();
        progress.failCheck(List.of(), NOW.plusSeconds(60));
        assertThat(next(NOW)).isEqualTo(new NextStep.WaitForCheck(NOW.plusSeconds(60)));
        assertThat(next(NOW).isOpen()).isFalse();
        assertThat(next(NOW.plusSeconds(60))).isEqualTo(new NextStep.TakeCheck(1, COURSE.objectives(), List.of()));
        progress.countCheck();
        assertThat(next(NOW)).isEqualTo(new NextStep.NoAttemptsLeft());
        assertThat(next(NOW).isOpen()).isFalse();
    }

    @Test
    void afterTheCheckComesWhatIsToHandInAndThenTheWait() {
        var second = COURSE.objectives().get(1);
        progress.passCheck(1, "v1", NOW);
        assertThat(next(NOW)).isEqualTo(new NextStep.Submission(second, false));
        progress.submit(SECOND, "w1", 1);
        assertThat(next(NOW)).isEqualTo(new NextStep.WaitForReview(second));
        assertThat(next(NOW).isOpen()).isFalse();
        progress.review(SECOND, "w1", false);
        assertThat(next(NOW)).isEqualTo(new NextStep.Submission(second, true));
        assertThat(progress.objective(SECOND).assignment()).isEqualTo(AssignmentState.RETURNED);
        assertThat(progress.objective(SECOND).submissions()).isEqualTo(1);
    }

    @Test
    void aCourseMayOfferItsCheckFirstAsLongAsItIsFresh() {
        Course first = new Course(
                "plans",
                "Plans",
                "",
                false,
                true,
                3,
                SmallCourse.RULES,
                SmallCourse.badge("b", 0),
                COURSE.objectives());
        assertThat(NextStep.of(progress, first, NOW)).isEqualTo(new NextStep.TestOutOrLearn(COURSE.objectives()));
        progress.spendTestOut(List.of(COURSE.objectives().get(1)));
        assertThat(NextStep.of(progress, first, NOW)).isInstanceOf(NextStep.ReadLesson.class);
        CourseProgress begun = CourseProgress.enrolled("plans", "U0ADA", null, NOW);
        begun.openCard(FIRST, 0);
        assertThat(NextStep.of(begun, first, NOW)).isInstanceOf(NextStep.ReadLesson.class);
        CourseProgress renewal = CourseProgress.renewal("plans", "U0ADA", LocalDate.of(2027, 1, 1), NOW);
        assertThat(NextStep.of(renewal, first, NOW))
                .isEqualTo(new NextStep.TakeCheck(2, COURSE.objectives(), List.of()));
    }
}
