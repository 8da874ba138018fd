package dev.fieldcert.learner.memory;

import dev.fieldcert.curriculum.Interval;
import java.util.Collection;

/**
 * The result of actual answers: {@code right} correct ones out of {@code of}.
 *
 * @param of the number of answers; 0 if there are none
 */
public record Observed(int right, int of) {

    /** Counts the retrievals that came at least {@code days} days after the previous one. */
    public static Observed after(int days, Collection<Retrieval> retrievals) {
        int of = 0;
        int right = 0;
        for (Retrieval retrieval : retrievals) {
            if (retrieval.days() >= days) {
                of++;
                right += retrieval.right() ? 1 : 0;
            }
        }
        return new Observed(right, of);
    }

    public Observed and(Observed other) {
        return new Observed(right + other.right, of + other.of);
    }

    /** The lower end of Wilson's 95% interval, 0 to 1. */
    public double low() {
        return Interval.wilson(right, of).low();
    }

    /** The upper end of Wilson's 95% interval, 0 to 1. */
    public double high() {
        return Interval.wilson(right, of).high();
    }
}
