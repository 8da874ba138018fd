package dev.fieldcert.curriculum;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What experts expect of somebody who is just good enough for an objective (modified Angoff): each says of each question how
 * probably such a person is right, and the author writes down the mean.
 *
 * @param rated how many questions of the check have a number
 * @param of how many there are
 * @param expected mean of the numbers: the share of questions that person gets right
 * @param implied so many right of as many questions as the objective's rule asks at most, rounded up
 * @param shown probability that the rule certifies that person in one run
 */
public record Angoff(int rated, int of, double expected, MasteryRule.Way implied, double shown) {

    /** Empty when no question of the check has a number. */
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
