package dev.fieldcert.itemanalysis;

import dev.fieldcert.curriculum.Interval;
import java.util.Arrays;

/** Sample variances, covariances and correlations, with n − 1 as the divisor. */
final class Correlation {

    private Correlation() {}

    static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** The sample covariance; 0 for fewer than two pairs. */
    static double covariance(double[] a, double[] b) {
        if (a.length < 2) {
            return 0;
        }
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum / (a.length - 1);
    }

    static double variance(double[] values) {
        return covariance(values, values);
    }

    /** Pearson's correlation; null if one of the variables does not vary. */
    static Double of(double[] a, double[] b) {
        double scale = Math.sqrt(variance(a) * variance(b));
        return scale < 1e-12 ? null : Math.max(-1, Math.min(1, covariance(a, b) / scale));
    }

    /**
     * The covariance as a share of the largest covariance that the same values could have in another order; null if
     * that is 0.
     */
    static Double efficiency(double[] a, double[] b) {
        double[] sortedA = a.clone();
        double[] sortedB = b.clone();
        Arrays.sort(sortedA);
        Arrays.sort(sortedB);
        double most = covariance(sortedA, sortedB);
        return most < 1e-12 ? null : covariance(a, b) / most;
    }

    /**
     * One end of the 95 % interval of a correlation, by Fisher's transformation; null for fewer than four pairs.
     *
     * @param side −1 for the lower end, 1 for the upper end
     */
    static Double bound(Double correlation, int pairs, int side) {
        if (correlation == null || pairs < 4) {
            return null;
        }
        double inside = Math.max(-0.999999, Math.min(0.999999, correlation));
        double z = 0.5 * Math.log((1 + inside) / (1 - inside));
        return Math.tanh(z + side * Interval.Z / Math.sqrt(pairs - 3));
    }
}
