package dev.fieldcert.slack.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.MultipleChoice;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.RightAnswer;
import dev.fieldcert.curriculum.question.SomeQuestions;
import dev.fieldcert.curriculum.question.Stimulus;
import dev.fieldcert.curriculum.question.TrueFalse;
import dev.fieldcert.curriculum.question.Written;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.AttemptResult;
import dev.fieldcert.learner.AttemptResult.ObjectiveScore;
import dev.fieldcert.learner.Calibration;
import dev.fieldcert.learner.Confidence;
import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of question, asked and marked, and how runs end. */
class QuizScreensTest {

    private static final long SEED = 7;
    private static final Course COURSE = SomeCourse.course();

    /** An answer to each kind that is not (wholly) right, by the question's id. */
    private static final Map<String, Answer> WRONG = Map.of(
            "single", Answer.Chosen.of("c"),
            "multiple", Answer.Chosen.of("a", "c"),
            "true-false", Answer.Chosen.of("true"),
            "matching", new Answer.Assigned(Map.of("1", "b", "2", "a", "3", "c")),
            "sorting", new Answer.Assigned(Map.of("1", "b", "2", "b", "3", "a")),
            "ordering", new Answer.Ordered(List.of("2", "1", "3", "4")),
            "short", new Answer.Written("adapt"),
            "written", new Answer.SelfChecked("In my words.", Set.of("1")),
            "scenario", new Answer.Walked(List.of("b", "a")));

    private static Stream<Question> kinds() {
        return SomeQuestions.ofEachKind().stream();
    }

    /** A written answer is asked in practice only. */
    private static Stream<Question> kindsOfACheck() {
        return kinds().filter(question -> !(question instanceof Written));
    }

    private static Attempt.Item item(Question question, Answer answer) {
        boolean whole = answer != null && question.problemWith(answer, SEED).isEmpty();
        return new Attempt.Item(
                question.id(),
                "plans",
                SEED,
                answer == null ? List.of() : answer.stored(),
                whole ? question.grade(answer, SEED).score() : null,
                null,
                null);
    }

    private static Attempt run(Attempt.Kind kind, Attempt.Item... items) {
        return new Attempt("a1", kind, "plans", "plans", "v1", Instant.EPOCH, List.of(items), List.of());
    }

    private static Answer wrong(Question question) {
        if (question.id().equals("numeric")) {
            // The learner's own figures: the first declared mistake, computed.
            var variables = SomeQuestions.numeric();
            return new Answer.Written(
                    variables.as().shown(variables.mistakes().get(0).answer().value(variables.variables(SEED))));
        }
        return WRONG.get(question.id());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isAskedInPractice(Question question) {
        Golden.assertMatches(
                "quiz/practice-" + question.id() + "-asked",
                QuizMessages.asked(COURSE, run(Attempt.Kind.PRACTICE, item(question, null)), 0, question, false));
    }

    @Test
    void aMultipleChoiceMaySayHowManyAreRight() {
        MultipleChoice known = SomeQuestions.multipleChoice();
        Question told = new MultipleChoice(
                known.id(), known.ask(), known.stimulus(), known.options(), known.explanation(), true);

        Golden.assertMatches(
                "quiz/practice-multiple-told-asked",
                QuizMessages.asked(COURSE, run(Attempt.Kind.PRACTICE, item(told, null)), 0, told, false));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isMarkedRightInPractice(Question question) {
        Golden.assertMatches(
                "quiz/practice-" + question.id() + "-right",
                QuizMessages.graded(
                        COURSE,
                        "a1-x",
                        Attempt.Kind.PRACTICE,
                        item(question, question.match(new RightAnswer(SEED))),
                        question,
                        1,
                        3,
                        0));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isMarkedWrongInPractice(Question question) {
        Answer wrong = wrong(question);
        assertThat(question.grade(wrong, SEED).isRight()).isFalse();

        Golden.assertMatches(
                "quiz/practice-" + question.id() + "-wrong",
                QuizMessages.graded(COURSE, "a1-x", Attempt.Kind.PRACTICE, item(question, wrong), question, 2, 3, 0));
    }

    @ParameterizedTest
    @MethodSource("kindsOfACheck")
    void isOnlyNotedInACheck(Question question) {
        Golden.assertMatches(
                "quiz/check-" + question.id() + "-answered",
                QuizMessages.graded(
                        COURSE, "a1-x", Attempt.Kind.CHECK, item(question, wrong(question)), question, 2, 6, 0));
    }

    @Test
    void aWrittenAnswerIsComparedBeforeItCounts() {
        Question written = SomeQuestions.written();
        Answer draft = new Answer.Written("I look at <the customer> first.");
        Attempt.Item onTheWay = new Attempt.Item("written", "plans", SEED, draft.stored(), null, null, null);

        Golden.assertMatches(
                "quiz/practice-written-compared",
                QuizMessages.asked(COURSE, run(Attempt.Kind.PRACTICE, onTheWay), 0, written, false));
    }

    @Test
    void aScenarioOnItsWayCanBeWalkedBackInPracticeOnly() {
        Question scenario = SomeQuestions.scenario();
        Attempt.Item onTheWay =
                new Attempt.Item("scenario", "plans", SEED, new Answer.Walked(List.of("a")).stored(), null, null, null);

        Golden.assertMatches(
                "quiz/practice-scenario-second-scene",
                QuizMessages.asked(COURSE, run(Attempt.Kind.PRACTICE, onTheWay), 0, scenario, false));
        SlackMessage inACheck = QuizMessages.asked(COURSE, run(Attempt.Kind.CHECK, onTheWay), 0, scenario, false);
        Golden.assertMatches("quiz/check-scenario-second-scene", inACheck);
        assertThat(inACheck.blocks().toString()).doesNotContain("Back");
    }

    @Test
    void practiceAsksHowSureSomebodyIsAndACheckNever() {
        Question question = SomeQuestions.singleChoice();

        Golden.assertMatches(
                "quiz/practice-single-with-confidence",
                QuizMessages.asked(COURSE, run(Attempt.Kind.PRACTICE, item(question, null)), 0, question, true));
        Golden.assertMatches(
                "quiz/check-single-asked",
                QuizMessages.asked(COURSE, run(Attempt.Kind.CHECK, item(question, null)), 0, question, true));
    }

    @Test
    void aScenarioRemembersHowSureSomebodyWas() {
        Attempt.Item onTheWay = new Attempt.Item(
                "scenario", "plans", SEED, new Answer.Walked(List.of("a")).stored(), null, Confidence.CERTAIN, null);

        Golden.assertMatches(
                "quiz/practice-scenario-with-confidence",
                QuizMessages.asked(COURSE, run(Attempt.Kind.PRACTICE, onTheWay), 0, SomeQuestions.scenario(), true));
    }

    @Test
    void aPictureHasItsAlternative() {
        Question question = new TrueFalse(
                "picture",
                "The loop begins with observing.",
                Optional.of(new Stimulus.Picture("https://example.com/ooda.png", "A loop of four steps")),
                true,
                "",
                "Observing comes first.");

        Golden.assertMatches(
                "quiz/test-out-picture-asked",
                QuizMessages.asked(COURSE, run(Attempt.Kind.TEST_OUT, item(question, null)), 0, question, false));
    }

    private static AttemptResult result(
            Attempt.Kind kind, double score, boolean passed, List<ObjectiveScore> scores, Calibration calibration) {
        List<Attempt.Item> items =
                kindsOfACheck().map(question -> item(question, wrong(question))).toList();
        return new AttemptResult(
                "a1",
                kind,
                "plans",
                kind == Attempt.Kind.PRACTICE ? "plans" : null,
                "v1",
                score,
                passed,
                scores,
                kind.marksAtOnce() ? List.of() : items,
                kind == Attempt.Kind.CHECK && !passed ? SomeCourse.NOW.plus(Duration.ofHours(24)) : null,
                passed ? 2 : 1,
                calibration,
                List.of());
    }

    private static SlackMessage ended(AttemptResult result) {
        return ResultMessages.ended(result, COURSE, SomeCourse.WHEN);
    }

    private static final List<ObjectiveScore> ONE_OF_TWO =
            List.of(new ObjectiveScore("plans", 0.5, false), new ObjectiveScore("territory-plan", 0.9, true));
    private static final List<ObjectiveScore> BOTH =
            List.of(new ObjectiveScore("plans", 0.85, true), new ObjectiveScore("territory-plan", 1, true));

    @Test
    void aPracticeEnds() {
        Golden.assertMatches(
                "quiz/practice-ended", ended(result(Attempt.Kind.PRACTICE, 0.667, true, List.of(), Calibration.NONE)));
        Golden.assertMatches(
                "quiz/practice-ended-all-right",
                ended(result(Attempt.Kind.PRACTICE, 1, true, List.of(), Calibration.NONE)));
        Golden.assertMatches(
                "quiz/review-ended", ended(result(Attempt.Kind.REVIEW, 1, true, List.of(), Calibration.NONE)));
    }

    @Test
    void aCheckEnds() {
        Golden.assertMatches(
                "quiz/check-failed", ended(result(Attempt.Kind.CHECK, 0.6, false, ONE_OF_TWO, Calibration.NONE)));
        Golden.assertMatches(
                "quiz/check-passed-with-calibration",
                ended(result(Attempt.Kind.CHECK, 0.92, true, BOTH, new Calibration(2, 1, 5, 4, 6, 5))));
    }

    @Test
    void aTestOutEnds() {
        Golden.assertMatches(
                "quiz/test-out-in-part",
                ended(result(Attempt.Kind.TEST_OUT, 0.7, false, ONE_OF_TWO, Calibration.NONE)));
        Golden.assertMatches(
                "quiz/test-out-passed", ended(result(Attempt.Kind.TEST_OUT, 0.92, true, BOTH, Calibration.NONE)));
    }

    @Test
    void whatWasMissedIsPagedThroughUncut() {
        AttemptResult failed = result(Attempt.Kind.CHECK, 0.6, false, ONE_OF_TWO, Calibration.NONE);
        Golden.assertMatches("quiz/miss-that-comes-back", ResultMessages.missed(failed, COURSE, COURSE::question, 0));
        AttemptResult passed = result(Attempt.Kind.CHECK, 0.92, true, BOTH, Calibration.NONE);
        Golden.assertMatches("quiz/miss-first", ResultMessages.missed(passed, COURSE, COURSE::question, 0));
        int last = passed.items().size() - 1;
        Golden.assertMatches("quiz/miss-last", ResultMessages.missed(passed, COURSE, COURSE::question, last));
        Golden.assertMatches("quiz/no-miss", ResultMessages.missed(passed, COURSE, COURSE::question, last + 1));
    }

    @Test
    void aMissInPracticeSaysThatMoreComes() {
        Question question = SomeQuestions.singleChoice();

        Golden.assertMatches(
                "quiz/practice-grows",
                QuizMessages.graded(
                        COURSE, "a1-x", Attempt.Kind.PRACTICE, item(question, wrong(question)), question, 3, 3, 2));
    }

    @Test
    void aWordIsSaidWhenAnAnswerDoesNotCount() {
        Golden.assertMatches("quiz/stale", QuizMessages.stale());
        Golden.assertMatches("quiz/unclear", QuizMessages.unclear("Is that 35 % or 0.35 %? Write < or > as words."));
        Golden.assertMatches("quiz/gone", QuizMessages.gone());
        Golden.assertMatches("quiz/not-there", QuizMessages.notThere());
        Golden.assertMatches("quiz/confidence-on", QuizMessages.confidenceSet(true));
        Golden.assertMatches("quiz/confidence-off", QuizMessages.confidenceSet(false));
    }
}
