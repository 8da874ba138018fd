package dev.fieldcert.itemanalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fieldcert.curriculum.DecisionError;
import dev.fieldcert.curriculum.MasteryRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssessmentStatisticsTest {

    private static final MasteryRule RULE = MasteryRule.DEFAULT;

    private static AttemptOutcome.Part part(String objective, int right, int asked, int opening) {
        return new AttemptOutcome.Part(objective, asked, right, (double) right / asked, opening);
    }

    @Test
    void anUndecidedObjectiveCountsForItsAnswersOnly() {
        AssessmentStatistics is = AssessmentStatistics.of(
                List.of(
                        new AttemptOutcome(1, 100, 60, List.of(part("a", 4, 4, 2), part("b", 1, 2, 1))),
                        new AttemptOutcome(2, 200, 120, List.of(part("a", 1, 3, 1)))),
                RULE);

        assertThat(is.attempts()).isEqualTo(2);
        assertThat(is.questions()).isEqualTo(4.5);
        assertThat(is.medianSeconds()).isEqualTo(90);
        assertThat(is.facility()).isCloseTo((5.0 / 6 + 1.0 / 3) / 2, within(1e-9));
        assertThat(is.objectives())
                .containsExactly(
                        new AssessmentStatistics.OfObjective("a", 2, 1, 7, 5),
                        new AssessmentStatistics.OfObjective("b", 0, 0, 2, 1));
        assertThat(is.observed()).as("too few").isEmpty();
    }

    @Test
    void nothingIsSaidOfNothing() {
        AssessmentStatistics is = AssessmentStatistics.of(List.of(), RULE);

        assertThat(is.attempts()).isZero();
        assertThat(is.facility()).isZero();
        assertThat(is.medianSeconds()).isNull();
    }

    /** Runs the rule itself on people of known rightness, and looks at who really came through. */
    @Test
    void theErrorsThatItEstimatesAreThoseOfSimulatedPeople() {
        Random random = new Random(5);
        List<AttemptOutcome> outcomes = new ArrayList<>();
        int shown = 0;
        int shownTooLow = 0;
        int notShown = 0;
        int notShownHigh = 0;
        for (int person = 0; person < 8000; person++) {
            double rightness = beta(random);
            int right = 0;
            int asked = 0;
            int opening = 0;
            while (RULE.after(right, asked) == MasteryRule.Verdict.OPEN) {
                right += random.nextDouble() < rightness ? 1 : 0;
                asked++;
                opening = asked == 2 ? right : opening;
            }
            boolean isShown = RULE.after(right, asked) == MasteryRule.Verdict.SHOWN;
            shown += isShown ? 1 : 0;
            shownTooLow += isShown && rightness < AssessmentStatistics.TOO_LOW ? 1 : 0;
            notShown += isShown ? 0 : 1;
            notShownHigh += !isShown && rightness >= AssessmentStatistics.HIGH ? 1 : 0;
            outcomes.add(new AttemptOutcome(person, person, 60, List.of(part("a", right, asked, opening))));
        }

        AssessmentStatistics all = AssessmentStatistics.of(outcomes, RULE);
        AssessmentStatistics.Decision is = all.observed().orElseThrow();

        assertThat(is.runs()).isEqualTo(8000);
        assertThat(is.mean()).isCloseTo(0.8, within(0.01));
        assertThat(is.deviation()).isCloseTo(Math.sqrt(0.8 * 0.2 / 11), within(0.01));
        assertThat(is.shownTooLow()).isCloseTo((double) shownTooLow / shown, within(0.02));
        assertThat(is.notShownHigh()).isCloseTo((double) notShownHigh / notShown, within(0.02));
        assertThat(all.exactTooLow()).isEqualTo(new DecisionError(RULE).shown(0.7));
        assertThat(all.exactHigh()).isEqualTo(1 - new DecisionError(RULE).shown(0.9));
    }

    /** Beta(8, 2), as the eighth of nine uniform numbers in order. */
    private static double beta(Random random) {
        return random.doubles(9).sorted().skip(7).findFirst().orElseThrow();
    }

    @Test
    void peopleWhoAreAllAlikeOrAllOrNothingAreNoError() {
        List<AttemptOutcome> alike = new ArrayList<>();
        List<AttemptOutcome> allOrNothing = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            alike.add(new AttemptOutcome(i, i, 1, List.of(part("a", 1, 3, 1))));
            allOrNothing.add(
                    new AttemptOutcome(i, i, 1, List.of(i % 2 == 0 ? part("a", 4, 4, 2) : part("a", 0, 2, 0))));
        }

        assertThat(AssessmentStatistics.of(alike, RULE).observed().orElseThrow().shownTooLow())
                .isEqualTo(1);
        assertThat(AssessmentStatistics.of(allOrNothing, RULE)
                        .observed()
                        .orElseThrow()
                        .shownTooLow())
                .isCloseTo(0, within(1e-6));
        assertThat(AssessmentStatistics.of(allOrNothing, RULE)
                        .observed()
                        .orElseThrow()
                        .notShownHigh())
                .isCloseTo(0, within(0.01));
    }

    @Test
    void aRuleThatOneAnswerDecidesSaysNothingAboutItself() {
        MasteryRule one = new MasteryRule(List.of(new MasteryRule.Way(1, 1)));
        List<AttemptOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            outcomes.add(new AttemptOutcome(i, i, 1, List.of(part("a", 1, 2, 1))));
        }

        assertThat(AssessmentStatistics.of(outcomes, one).observed()).isEmpty();
    }
}
