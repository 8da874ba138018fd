package dev.fieldcert.learner.memory;

import dev.fieldcert.curriculum.Interval;
import java.util.Collection;

/**
 * What was really answered: so many right of so many.
 *
 * @param of 0 when nothing was asked
 */
public record Observed(int right, int of) {

    /** Of the retrievals that came at least so many days after the time before. */
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

    /** Lower end of Wilson's 95 % interval, 0 to 1. */
    public double low() {
        return Interval.wilson(right, of).low();
    }

    /** Upper end of Wilson's 95 % interval, 0 to 1. */
    public double high() {
        return Interval.wilson(right, of).high();
    }
}
