package dev.fieldcert.itemanalysis;

import dev.fieldcert.curriculum.DecisionError;
import dev.fieldcert.curriculum.Interval;
import dev.fieldcert.curriculum.MasteryRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Statistics of a course's certifying attempts. If an attempt ends before an objective is decided, its answers are
 * counted, but not a decision on that objective.
 *
 * @param attempts number of checks, renewals and test-outs
 * @param facility mean of the attempts' mean scores
 * @param deviation standard deviation of the attempts' mean scores
 * @param questions mean number of questions per attempt
 * @param medianSeconds from the start to the last answer; null if no attempt has a time
 * @param objectives the objectives asked about, those passed least often first
 * @param exactTooLow probability that somebody whose true share is exactly {@link #TOO_LOW} passes an objective in one
 *     attempt, computed from the rule alone
 * @param exactHigh probability that somebody whose true share is exactly {@link #HIGH} fails it
 * @param observed empty if there are fewer than {@link ItemStatistics#ENOUGH} runs (one objective in one attempt), or
 *     if the rule can decide after one answer
 */
public record AssessmentStatistics(
        int attempts,
        double facility,
        double deviation,
        double questions,
        Double medianSeconds,
        List<OfObjective> objectives,
        double exactTooLow,
        double exactHigh,
        Optional<Decision> observed) {

    /** Somebody whose true share of correct answers is below this value should not be certified. */
    public static final double TOO_LOW = 0.70;
    /** Somebody whose true share of correct answers is at least this value should be certified. */
    public static final double HIGH = 0.90;

    private static final int STEPS = 400;

    /**
     * Figures for one objective.
     *
     * @param decided number of attempts in which the rule decided on the objective
     * @param shown how many of the decided attempts passed the objective
     * @param asked number of answers
     */
    public record OfObjective(String objective, int decided, int shown, int asked, int right) {

        public Interval shownWithin() {
            return Interval.wilson(shown, decided);
        }
    }

    /**
     * How often the rule decides wrongly for the people who really took the check. Their true shares of correct
     * answers are modeled as a beta distribution (Keats and Lord 1962). Its moments are fitted to the first two
     * answers about an objective, which are always asked, and the rule is then applied exactly (following an idea of
     * Livingston and Lewis 1995).
     *
     * @param runs number of runs: one objective in one attempt each
     * @param mean mean of the true shares
     * @param deviation standard deviation of the true shares among people
     * @param shownTooLow among the passed runs, the share of people below {@link #TOO_LOW}
     * @param notShownHigh among the failed runs, the share of people at or above {@link #HIGH}
     */
    public record Decision(int runs, double mean, double deviation, double shownTooLow, double notShownHigh) {}

    public AssessmentStatistics {
        objectives = List.copyOf(objectives);
    }

    /** @param rule the course's rule */
    public static AssessmentStatistics of(List<AttemptOutcome> outcomes, MasteryRule rule) {
        double[] scores = outcomes.stream().mapToDouble(AttemptOutcome::score).toArray();
        DecisionError exact = new DecisionError(rule);
        int[] seconds = outcomes.stream()
                .mapToInt(AttemptOutcome::seconds)
                .filter(each -> each >= 0)
                .sorted()
                .toArray();
        return new AssessmentStatistics(
                outcomes.size(),
                scores.length == 0 ? 0 : Correlation.mean(scores),
                Math.sqrt(Correlation.variance(scores)),
                outcomes.stream().mapToInt(AttemptOutcome::asked).average().orElse(0),
                ItemStatistics.median(seconds),
                objectives(outcomes, rule),
                exact.shown(TOO_LOW),
                1 - exact.shown(HIGH),
                decision(outcomes, rule, exact));
    }

    private static List<OfObjective> objectives(List<AttemptOutcome> outcomes, MasteryRule rule) {
        Map<String, OfObjective> byId = new LinkedHashMap<>();
        outcomes.stream().flatMap(outcome -> outcome.parts().stream()).forEach(part -> {
            MasteryRule.Verdict verdict = rule.after(part.right(), part.asked());
            OfObjective one = new OfObjective(
                    part.objective(),
                    verdict == MasteryRule.Verdict.OPEN ? 0 : 1,
                    verdict == MasteryRule.Verdict.SHOWN ? 1 : 0,
                    part.asked(),
                    part.right());
            byId.merge(part.objective(), one, AssessmentStatistics::sum);
        });
        List<OfObjective> objectives = new ArrayList<>(byId.values());
        objectives.sort(Comparator.comparingDouble(
                        (OfObjective each) -> each.decided() == 0 ? 1 : (double) each.shown() / each.decided())
                .thenComparing(OfObjective::objective));
        return objectives;
    }

    private static OfObjective sum(OfObjective one, OfObjective other) {
        return new OfObjective(
                one.objective(),
                one.decided() + other.decided(),
                one.shown() + other.shown(),
                one.asked() + other.asked(),
                one.right() + other.right());
    }

    private static Optional<Decision> decision(List<AttemptOutcome> outcomes, MasteryRule rule, DecisionError exact) {
        int[] openings = outcomes.stream()
                .flatMap(outcome -> outcome.parts().stream())
                .mapToInt(AttemptOutcome.Part::openingRight)
                .filter(right -> right >= 0)
                .toArray();
        boolean always = rule.after(0, 1) == MasteryRule.Verdict.OPEN && rule.after(1, 1) == MasteryRule.Verdict.OPEN;
        if (openings.length < ItemStatistics.ENOUGH || !always) {
            return Optional.empty();
        }
        double mean = 0;
        double both = 0;
        for (int right : openings) {
            mean += right / 2.0 / openings.length;
            both += right == 2 ? 1.0 / openings.length : 0;
        }
        return Optional.of(decision(openings.length, mean, Math.max(0, both - mean * mean), exact));
    }

    private static Decision decision(int runs, double mean, double variance, DecisionError rule) {
        double[] weights = weights(mean, variance);
        double shown = 0;
        double shownTooLow = 0;
        double notShown = 0;
        double notShownHigh = 0;
        for (int i = 0; i < STEPS; i++) {
            double rightness = (i + 0.5) / STEPS;
            double passes = rule.shown(rightness);
            shown += weights[i] * passes;
            notShown += weights[i] * (1 - passes);
            shownTooLow += rightness < TOO_LOW ? weights[i] * passes : 0;
            notShownHigh += rightness >= HIGH ? weights[i] * (1 - passes) : 0;
        }
        return new Decision(
                runs,
                mean,
                Math.sqrt(variance),
                shown == 0 ? 0 : shownTooLow / shown,
                notShown == 0 ? 0 : notShownHigh / notShown);
    }

    /**
     * The weights of a beta distribution with this mean and variance over equal steps. Without variance all weight is
     * at the mean; with the largest possible variance it is at both ends.
     */
    private static double[] weights(double mean, double variance) {
        double[] weights = new double[STEPS];
        double most = mean * (1 - mean);
        if (variance <= 1e-6) {
            weights[Math.min(STEPS - 1, (int) (mean * STEPS))] = 1;
            return weights;
        }
        if (variance >= most - 1e-6) {
            weights[0] = 1 - mean;
            weights[STEPS - 1] = mean;
            return weights;
        }
        double size = most / variance - 1;
        double[] logs = new double[STEPS];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            double rightness = (i + 0.5) / STEPS;
            logs[i] = (mean * size - 1) * Math.log(rightness) + ((1 - mean) * size - 1) * Math.log(1 - rightness);
            highest = Math.max(highest, logs[i]);
        }
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            weights[i] = Math.exp(logs[i] - highest);
            sum += weights[i];
        }
        for (int i = 0; i < STEPS; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
