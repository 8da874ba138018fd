package dev.fieldcert.learner.memory;

import java.util.Collection;

/**
 * What was really answered: so many right of so many.
 *
 * @param of 0 when nothing was asked
 */
public record Observed(int right, int of) {

    private static final double Z = 1.959964;

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
        return of == 0 ? 0 : Math.max(0, middle() - half());
    }

    /** Upper end of Wilson's 95 % interval, 0 to 1. */
    public double high() {
        return of == 0 ? 1 : Math.min(1, middle() + half());
    }

    private double middle() {
        double share = (double) right / of;
        return (share + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        double share = (double) right / of;
        return Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
    }
}
