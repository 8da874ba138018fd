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
 * How the certifying attempts of a course went. An attempt that ends with an objective undecided counts for its answers and
 * not for that objective's decision.
 *
 * @param attempts checks, renewals and test-outs
 * @param facility mean of the attempts' mean scores
 * @param deviation standard deviation of the attempts' mean scores
 * @param questions mean number of questions of an attempt
 * @param medianSeconds from the beginning to the last answer; null when no attempt has a time
 * @param objectives as they were asked, those shown least often first
 * @param exactTooLow probability that somebody of exactly {@link #TOO_LOW} shows an objective in one run, by the rule alone
 * @param exactHigh probability that somebody of exactly {@link #HIGH} does not
 * @param observed empty for fewer than {@link ItemStatistics#ENOUGH} runs, and where one answer may decide
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

    /** Whose true share of right answers is below it should not be certified. */
    public static final double TOO_LOW = 0.70;
    /** Whose true share of right answers is at least this should be. */
    public static final double HIGH = 0.90;

    private static final int STEPS = 400;

    /**
     * @param decided runs that the rule decided
     * @param shown how many of these showed the objective
     * @param asked answers in all, and how many of them were right
     */
    public record OfObjective(String objective, int decided, int shown, int asked, int right) {

        public Interval shownWithin() {
            return Interval.wilson(shown, decided);
        }
    }

    /**
     * How often the rule decides wrongly for the people who really came: their true shares of right answers are taken as
     * beta-distributed, fitted by moments to the first two answers of each run, which are asked whatever the answers are (Keats
     * and Lord 1962; the idea of Livingston and Lewis 1995), and run through the rule exactly.
     *
     * @param runs of an objective that it is fitted to
     * @param mean true share of right answers
     * @param deviation of it among people
     * @param shownTooLow of the runs that show the objective, the share of people below {@link #TOO_LOW}
     * @param notShownHigh of the runs that do not, the share of people of {@link #HIGH} and more
     */
    public record Decision(int runs, double mean, double deviation, double shownTooLow, double notShownHigh) {}

    public AssessmentStatistics {
        objectives = List.copyOf(objectives);
    }

    /** @param rule of the course */
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

    /** The beta distribution of this mean and variance over equal steps, or what it becomes without a spread or with all of it. */
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
