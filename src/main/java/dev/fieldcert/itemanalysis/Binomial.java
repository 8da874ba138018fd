package dev.fieldcert.itemanalysis;

/** Exact probabilities of the binomial distribution. */
final class Binomial {

    private Binomial() {}

    /** The probability of at least {@code least} successes in {@code n} trials, each with probability {@code p}. */
    static double atLeast(int least, int n, double p) {
        if (least <= 0) {
            return 1;
        }
        if (least > n || p <= 0) {
            return 0;
        }
        if (p >= 1) {
            return 1;
        }
        double log = logChoose(n, least) + least * Math.log(p) + (n - least) * Math.log(1 - p);
        double sum = 0;
        for (int k = least; k <= n; k++) {
            sum += Math.exp(log);
            log += Math.log((double) (n - k) / (k + 1)) + Math.log(p / (1 - p));
        }
        return Math.min(1, sum);
    }

    /**
     * The largest k for which, with at most probability {@code chance}, the k-th smallest of {@code n} values is above
     * the true median; 0 if there is none.
     */
    static int belowMedian(int n, double chance) {
        double log = -n * Math.log(2);
        double sum = Math.exp(log);
        int passed = 0;
        while (passed < n && sum <= chance) {
            log += Math.log((double) (n - passed) / (passed + 1));
            sum += Math.exp(log);
            passed++;
        }
        return passed;
    }

    private static double logChoose(int n, int k) {
        double sum = 0;
        for (int i = 1; i <= Math.min(k, n - k); i++) {
            sum += Math.log((double) (n - i + 1) / i);
        }
        return sum;
    }
}
