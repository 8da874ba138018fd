package dev.fieldcert.curriculum;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The expected score of a minimally competent learner on one objective (modified Angoff method). Each expert estimates
 * for each question the probability that such a learner answers it correctly; the author records the mean.
 *
 * @param rated number of check questions that have an estimate
 * @param of number of questions in the check pool
 * @param expected mean of the estimates, 0 to 1: the share of questions that such a learner is expected to get right
 * @param implied the same share as a number of right answers, rounded up, out of as many questions as the objective's
 *     rule asks at most
 * @param shown probability that such a learner demonstrates the objective in one run under the rule
 */
public record Angoff(int rated, int of, double expected, MasteryRule.Way implied, double shown) {

    /** Computes the figures of an objective; empty if no check question has an estimate. */
    public static Optional<Angoff> of(Objective objective, MasteryRule rule) {
        OptionalDouble mean = objective.checkPool().stream()
                .filter(question -> objective.angoff().containsKey(question.id()))
                .mapToDouble(question -> objective.angoff().get(question.id()))
                .average();
        if (mean.isEmpty()) {
            return Optional.empty();
        }
        int rated = (int) objective.checkPool().stream()
                .filter(question -> objective.angoff().containsKey(question.id()))
                .count();
        int longest = rule.longest();
        int right = Math.max(1, (int) Math.ceil(mean.getAsDouble() * longest - 1e-9));
        return Optional.of(new Angoff(
                rated,
                objective.checkPool().size(),
                mean.getAsDouble(),
                new MasteryRule.Way(right, longest),
                new DecisionError(rule).shown(mean.getAsDouble())));
    }
}
