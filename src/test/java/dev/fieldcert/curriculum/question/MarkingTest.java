package dev.fieldcert.curriculum.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The marks of wrong and half-right answers, and what they teach. */
class MarkingTest {

    private static final long SEED = 7;

    @Test
    void aTickedWrongOptionCostsAShareAndAMissedOneEarnsNone() {
        MultipleChoice question = SomeQuestions.multipleChoice();

        assertThat(question.grade(Answer.Chosen.of("a"), SEED).score()).isEqualTo(0.5);
        assertThat(question.grade(Answer.Chosen.of("a", "b", "c"), SEED).score())
                .isEqualTo(0.5);
        assertThat(question.grade(Answer.Chosen.of("c", "d"), SEED).score()).isZero();
        assertThat(question.grade(Answer.Chosen.of("a", "c"), SEED).remarks())
                .containsExactly("You missed “Second”: Second is tempting.", "“Third”: Third is tempting.");
    }

    @Test
    void eachPairEarnsItsShareAndAMissedOneIsExplained() {
        Matching question = SomeQuestions.matching();
        GradingResult grading = question.grade(new Answer.Assigned(Map.of("1", "d", "2", "b", "3", "c")), SEED);

        assertThat(grading.score()).isEqualTo(2 / 3.0);
        assertThat(grading.given()).contains("- Territory plan → Who owns the lead?");
        assertThat(grading.correct()).contains("- Territory plan → Where?");
        assertThat(grading.remarks()).containsExactly("“Territory plan” belongs to “Where?”: It spans all accounts.");
    }

    @Test
    void aMatchIsNeededForEachLineAndUsedOnce() {
        Matching question = SomeQuestions.matching();

        assertThat(question.problemWith(new Answer.Assigned(Map.of("1", "a")), SEED))
                .contains("Choose a match for each line.");
        assertThat(question.problemWith(new Answer.Assigned(Map.of("1", "a", "2", "a", "3", "b")), SEED))
                .contains("You can use each match only once.");
        assertThatThrownBy(() -> question.problemWith(new Answer.Assigned(Map.of("9", "a")), SEED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachSortedItemEarnsItsShare() {
        Sorting question = SomeQuestions.sorting();
        GradingResult grading = question.grade(new Answer.Assigned(Map.of("1", "b", "2", "b", "3", "a")), SEED);

        assertThat(grading.score()).isEqualTo(2 / 3.0);
        assertThat(grading.remarks()).containsExactly("“Move a deal back” is Pipeline: A stage is the deal's state.");
        assertThat(question.problemWith(new Answer.Assigned(Map.of("1", "b")), SEED))
                .contains("Choose a category for each line.");
    }

    @ParameterizedTest
    @CsvSource({"1 2 3 4, 1", "2 1 3 4, 0.6667", "2 3 4 1, 0", "4 3 2 1, 0", "1 3 4 2, 0.3333", "1 4 3 2, 0"})
    void anOrderScoresByItsPairs(String order, double score) {
        GradingResult grading = SomeQuestions.ordering().grade(new Answer.Ordered(List.of(order.split(" "))), SEED);

        assertThat(grading.score()).isCloseTo(score, within(0.001));
    }

    @Test
    void theFirstStepOutOfOrderIsNamed() {
        Ordering question = SomeQuestions.ordering();

        assertThat(question.grade(new Answer.Ordered(List.of("1", "3", "2", "4")), SEED)
                        .remarks())
                .containsExactly("After “Observe” comes “Orient”, not “Decide”.");
        assertThat(question.problemWith(new Answer.Ordered(List.of("1", "1")), SEED))
                .contains("Each step needs its own number.");
        assertThat(question.problemWith(new Answer.Ordered(List.of("1", "2")), SEED))
                .contains("Give each step a number.");
    }

    @Test
    void theFiguresOfASeedAreInTheTextTheTableAndTheSolution() {
        Numeric question = SomeQuestions.numeric();
        String quota = Measure.MONEY.shown(question.variables(SEED).get("quota"));
        GradingResult grading = question.grade(new Answer.Written("12"), SEED);

        assertThat(question.prompt(SEED)).contains("Quota " + quota);
        assertThat(question.stimulus(SEED).orElseThrow().alternative()).isEqualTo("Quota " + quota);
        assertThat(grading.explanation())
                .contains("With your numbers: " + quota)
                .contains("= " + grading.correct());
    }

    @Test
    void aCommonMistakeEarnsItsOwnExplanationWithTheLearnersFigures() {
        Numeric question = SomeQuestions.numeric();
        Map<String, BigDecimal> variables = question.variables(SEED);
        BigDecimal mistaken = variables.get("quota").subtract(variables.get("closed"));
        GradingResult grading = question.grade(new Answer.Written(mistaken.toPlainString()), SEED);

        assertThat(grading.score()).isZero();
        assertThat(grading.remarks())
                .containsExactly("You left the commit of " + Measure.MONEY.shown(variables.get("commit")) + " out.");
    }

    @Test
    void aNumberMayBeRoundedAsFarAsDeclared() {
        Numeric question = SomeQuestions.numeric();
        BigDecimal right = question.answer(SEED);
        BigDecimal share = right.multiply(new BigDecimal("0.004"));
        BigDecimal far = right.multiply(new BigDecimal("0.01")).max(BigDecimal.valueOf(600));

        assertThat(question.accepts(right.add(share), question.variables(SEED))).isTrue();
        assertThat(question.accepts(right.add(BigDecimal.valueOf(499)), question.variables(SEED)))
                .isTrue();
        assertThat(question.accepts(right.add(far), question.variables(SEED))).isFalse();
    }

    @Test
    void whatIsNoNumberKeepsTheQuestion() {
        assertThat(SomeQuestions.numeric()
                        .problemWith(new Answer.Written("a lot"), SEED)
                        .orElseThrow())
                .contains("Write it like $1.2M");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "act;true",
                " ACT. ;true",
                "“Act”;true",
                "acton;true",
                "actoin;true",
                "art;false",
                "acn;false",
                "don’t  WAIT;true",
                "don't wiat;true",
                "reaction;false",
                "adapt;false"
            })
    void aShortAnswerForgivesWhatDoesNotMatter(String typed, boolean right) {
        assertThat(SomeQuestions.shortAnswer()
                        .grade(new Answer.Written(typed), SEED)
                        .isRight())
                .isEqualTo(right);
    }

    @Test
    void aShortAnswerThatIsAKnownMistakeIsExplainedAndATypoIsSpelled() {
        ShortAnswer question = SomeQuestions.shortAnswer();

        assertThat(question.grade(new Answer.Written("ADAPT"), SEED).remarks())
                .containsExactly("That is the next round.");
        assertThat(question.grade(new Answer.Written("acton"), SEED).remarks()).containsExactly("Spelled “Act”.");
        assertThat(question.problemWith(new Answer.Written(" . "), SEED)).isPresent();
        assertThat(question.problemWith(new Answer.Written("a".repeat(201)), SEED))
                .isPresent();
    }

    @Test
    void aTextOfFortyThousandCharactersIsTurnedDownAtOnce() {
        Answer pasted = new Answer.Written(" .".repeat(20_000));

        assertThat(SomeQuestions.shortAnswer().problemWith(pasted, SEED)).contains("Keep it to a few words.");
        assertThat(SomeQuestions.numeric().problemWith(pasted, SEED)).isPresent();
    }

    @Test
    void aScenarioIsWalkedSceneByScene() {
        Scenario question = SomeQuestions.scenario();
        Answer.Walked walked = Answer.Walked.start();

        assertThat(question.consequence(walked)).isEmpty();
        assertThat(question.scene(walked).orElseThrow().id()).isEqualTo("call");
        walked = walked.then("b");
        assertThat(question.consequence(walked)).contains("She is busy.");
        assertThat(question.scene(walked).orElseThrow().id()).isEqualTo("lost");
        assertThat(question.problemWith(walked, SEED)).contains("The conversation isn’t over yet.");
        assertThat(walked.back()).isEqualTo(Answer.Walked.start());
        walked = walked.then("a");
        assertThat(question.isComplete(walked)).isTrue();
        GradingResult grading = question.grade(walked, SEED);
        assertThat(grading.score()).isEqualTo(0.25);
        assertThat(grading.given()).isEqualTo("Offer a demo → Come back to builds");
        assertThat(grading.correct()).isEqualTo("Ask what it costs → Ask who feels it");
        assertThat(grading.remarks()).containsExactly("“Offer a demo”: She is busy. Better: “Ask what it costs”.");
    }

    @Test
    void noChoiceIsMadeThatTheSceneDoesNotHave() {
        Scenario question = SomeQuestions.scenario();

        assertThatThrownBy(() -> question.scene(new Answer.Walked(List.of("c"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> question.scene(new Answer.Walked(List.of("a", "a", "a"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoStoredAnswerIsRefused() {
        for (List<String> stored :
                List.of(List.<String>of(), List.of("guessed", "a"), List.of("assigned", "1"), List.of("written"))) {
            assertThatThrownBy(() -> Answer.of(stored)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
