package dev.fieldcert.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fieldcert.curriculum.MasteryRule.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the default rule stops, and how well it decides: exactly, from the code that decides. */
class MasteryRuleTest {

    private static final MasteryRule RULE = MasteryRule.DEFAULT;
    private static final DecisionError ERROR = new DecisionError(RULE);
    private static final int ATTEMPTS = AssessmentRules.DEFAULT.attempts();

    @ParameterizedTest
    @CsvSource({
        "0, 0, OPEN",
        "3, 3, OPEN",
        "4, 4, SHOWN",
        "3, 4, OPEN",
        "5, 6, OPEN",
        "6, 7, SHOWN",
        "5, 7, NOT_SHOWN",
        "0, 1, OPEN",
        "0, 2, NOT_SHOWN",
        "2, 4, NOT_SHOWN"
    })
    void itStopsAsSoonAsItIsDecided(int right, int asked, Verdict verdict) {
        assertThat(RULE.after(right, asked)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 7", "3, 3, 4", "2, 3, 4", "3, 4, 3", "4, 4, 0", "0, 2, 0"})
    void itSaysHowManyQuestionsCanStillCome(int right, int asked, int more) {
        assertThat(RULE.atMostAfter(right, asked)).isEqualTo(more);
    }

    @Test
    void fourObjectivesKnownWellDoNotCertifyTheFifth() {
        double known = ERROR.shown(0.93, ATTEMPTS);
        double unknown = ERROR.shown(0.30, ATTEMPTS);

        assertThat(Math.pow(known, 4) * unknown).isLessThanOrEqualTo(0.05);
    }

    @Test
    void whoIsRightTwoTimesInThreeIsSeldomCertified() {
        assertThat(ERROR.passes(0.65, 3, ATTEMPTS)).isLessThanOrEqualTo(0.36);
        assertThat(ERROR.passes(0.65, 5, ATTEMPTS)).isLessThanOrEqualTo(0.20);
    }

    @Test
    void whoIsRightNineTimesInTenIsCertifiedInTime() {
        assertThat(ERROR.passes(0.90, 3, ATTEMPTS)).isGreaterThanOrEqualTo(0.99);
        assertThat(ERROR.passes(0.90, 5, ATTEMPTS)).isCloseTo(0.9887, within(0.0001));
    }

    @Test
    void whoCanIsMostlyCertifiedAtOnce() {
        assertThat(ERROR.passes(0.95, 3, 1)).isGreaterThanOrEqualTo(0.88);
    }

    @Test
    void itIsShort() {
        assertThat(ERROR.questions(0.90)).isLessThanOrEqualTo(5);
        assertThat(RULE.longest()).isLessThanOrEqualTo(7);
    }

    /** Worked out by hand from binomials, not by the code under test. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.65, 0.9, 1})
    void theProbabilityIsThatOfTheBinomial(double p) {
        double fourOfFour = Math.pow(p, 4);
        double oneMissAmongFourThenThreeRight = 4 * Math.pow(p, 3) * (1 - p) * Math.pow(p, 3);

        assertThat(ERROR.shown(p)).isCloseTo(fourOfFour + oneMissAmongFourThenThreeRight, within(1e-12));
    }

    @Test
    void theRulesOfTheComparisonComeOutAsComputedElsewhere() {
        DecisionError fiveOfSix = error("4 of 4", "5 of 6");
        assertThat(fiveOfSix.passes(0.65, 3, 1)).isCloseTo(0.04, within(0.005));
        assertThat(fiveOfSix.passes(0.65, 3, 3)).isCloseTo(0.36, within(0.005));
        DecisionError threeOfThree = error("3 of 3", "6 of 7");
        assertThat(threeOfThree.passes(0.65, 3, 1)).isCloseTo(0.04, within(0.005));
        assertThat(threeOfThree.passes(0.65, 3, 3)).isCloseTo(0.39, within(0.005));
    }

    private static DecisionError error(String... ways) {
        return new DecisionError(MasteryRule.read(List.of(ways)).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5 of 4", "0 of 3", "4 in 4", "80%", "4 of 400", "4 of 51"})
    void whatIsNoWayIsNotRead(String line) {
        assertThat(MasteryRule.read(List.of("4 of 4", line))).isEmpty();
    }

    @Test
    void itIsReadAsItIsWritten() {
        assertThat(MasteryRule.read(List.of("6 of 7", "4 of 4"))).contains(RULE);
        assertThat(RULE.written()).isEqualTo("4 of 4, or 6 of 7");
        assertThat(MasteryRule.read(List.of())).isEmpty();
    }

    @Test
    void aSmallPoolLeavesTheWaysItHasQuestionsFor() {
        assertThat(RULE.within(7)).isEqualTo(RULE);
        assertThat(RULE.within(6).written()).isEqualTo("4 of 4");
        assertThat(RULE.within(2).written()).isEqualTo("2 of 2");
    }

    @Test
    void aLongRuleIsWorkedOutInNoTime() {
        MasteryRule longest = MasteryRule.read(List.of("40 of 50")).orElseThrow();

        assertThat(longest.longest()).isEqualTo(50);
        assertThat(new DecisionError(longest).shown(0.8)).isBetween(0.5, 0.6);
    }

    @Test
    void whatWasKeptUpIsShownByOneRightAnswerAndElseAsAnythingElse() {
        MasteryRule kept = MasteryRule.DEFAULT.whenKeptUp();

        assertThat(kept.after(1, 1)).isEqualTo(MasteryRule.Verdict.SHOWN);
        assertThat(kept.after(0, 1)).isEqualTo(MasteryRule.Verdict.OPEN);
        assertThat(kept.after(6, 7)).isEqualTo(MasteryRule.Verdict.SHOWN);
        assertThat(kept.after(4, 6)).isEqualTo(MasteryRule.Verdict.NOT_SHOWN);
        assertThat(kept.atMostAfter(0, 1)).isEqualTo(6);
    }
}
