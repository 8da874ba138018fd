package dev.fieldcert.curriculum;

/** A 95 % confidence interval of a share, with bounds from 0 to 1. */
public record Interval(double low, double high) {

    /** The half-width in standard errors: the normal quantile for a two-sided 95 % interval. */
    public static final double Z = 1.959964;

    /**
     * Wilson's score interval. With partial credit, the sum of the scores replaces the number of successes. Such
     * scores vary no more than scores of only 0 and 1 with the same mean, so the interval is not too narrow.
     *
     * @param sum the sum of scores, each between 0 and 1
     * @param n number of scores; 0 gives the interval from 0 to 1
     */
    public static Interval wilson(double sum, int n) {
        if (n == 0) {
            return new Interval(0, 1);
        }
        double share = sum / n;
        double middle = (share + Z * Z / (2.0 * n)) / (1 + Z * Z / n);
        double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4.0 * n * n)) / (1 + Z * Z / n);
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
