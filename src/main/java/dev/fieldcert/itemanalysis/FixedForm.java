package dev.fieldcert.itemanalysis;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Statistics that are meaningful only if everybody answered the same items, as Moodle defines them. The bot draws
 * items at random and stops early, so it shows none of these; but a file of answers may come from such a fixed form.
 *
 * @param scores one row per person, one column per item
 */
public record FixedForm(double[][] scores) {

    private double[] item(int column) {
        return Arrays.stream(scores).mapToDouble(row -> row[column]).toArray();
    }

    private double[] totals() {
        return Arrays.stream(scores)
                .mapToDouble(row -> DoubleStream.of(row).sum())
                .toArray();
    }

    private int items() {
        return scores.length == 0 ? 0 : scores[0].length;
    }

    /** The item's share in the spread of the total scores; null if its covariance with them is negative. */
    public Double effectiveWeight(int item) {
        double[] totals = totals();
        double own = Correlation.covariance(item(item), totals);
        double all = IntStream.range(0, items())
                .mapToDouble(each -> Correlation.covariance(item(each), totals))
                .filter(covariance -> covariance > 0)
                .map(Math::sqrt)
                .sum();
        return own < 0 || all == 0 ? null : Math.sqrt(own) / all;
    }

    /** Coefficient of internal consistency (Cronbach's alpha), as a share; null if it is not defined. */
    public Double internalConsistency() {
        double spread = Correlation.variance(totals());
        if (items() < 2 || spread == 0) {
            return null;
        }
        double own = IntStream.range(0, items())
                .mapToDouble(each -> Correlation.variance(item(each)))
                .sum();
        return (double) items() / (items() - 1) * (1 - own / spread);
    }
}
