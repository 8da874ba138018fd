package dev.fieldcert.curriculum.question;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;

/**
 * A number drawn for each learner and attempt: {@code from}, {@code from + step} …, up to {@code to}, all with the
 * same probability.
 *
 * @param name how formulas and texts refer to it
 */
public record Variable(String name, BigDecimal from, BigDecimal to, BigDecimal step, Measure as) {

    private static final int MOST_STEPS = 1_000_000;

    public Variable {
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("the step of " + name + " is not above zero");
        }
        if (to.compareTo(from) < 0) {
            throw new IllegalArgumentException(name + " goes from " + from + " down to " + to);
        }
        if (to.subtract(from).divide(step, RoundingMode.DOWN).compareTo(BigDecimal.valueOf(MOST_STEPS)) > 0) {
            throw new IllegalArgumentException(name + " has more than a million values");
        }
    }

    BigDecimal draw(Random random) {
        int steps = to.subtract(from).divide(step, 0, RoundingMode.DOWN).intValueExact();
        return from.add(step.multiply(BigDecimal.valueOf(random.nextInt(steps + 1))));
    }
}
