package dev.fieldcert.curriculum;

/** Where a share lies with 95 % confidence. */
public record Interval(double low, double high) {

    /** Standard errors on each side. */
    public static final double Z = 1.959964;

    /**
     * Wilson's score interval. With partial credit the sum of the scores takes the place of the number of successes: scores
     * vary no more than right and wrong do, so the interval is not too short.
     *
     * @param sum of scores between 0 and 1
     * @param n 0 gives the interval from 0 to 1
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
