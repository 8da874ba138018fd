package dev.fieldcert.learner.memory;

/**
 * FSRS-6 with its published default parameters: how stable a memory is after each recall, and how likely recall is
 * after a number of days. Formulas: github.com/open-spaced-repetition/awesome-fsrs, "The Algorithm". In the benchmark
 * of 350 million reviews, the default parameters predict better than SM-2, even when SM-2 is trained.
 */
public final class Fsrs {

    private static final double[] W = {
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
        1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
    };

    private static final double DECAY = -W[20];
    private static final double FACTOR = Math.pow(0.9, 1 / DECAY) - 1;
    static final double LEAST_STABILITY = 0.001;
    static final double MOST_STABILITY = 36_500;

    private Fsrs() {}

    /** Creates a memory from the grade of its first recall. */
    public static Memory first(Recall recall) {
        return new Memory(W[recall.grade() - 1], clampedDifficulty(firstDifficulty(recall)));
    }

    /**
     * Returns the memory after another recall.
     *
     * @param days since the previous recall; 0 for the same day
     */
    public static Memory next(Memory before, double days, Recall recall) {
        double stability = days == 0
                ? sameDay(before.stability(), recall)
                : recall == Recall.AGAIN ? forgotten(before, days) : recalled(before, days, recall);
        return new Memory(
                Math.min(MOST_STABILITY, Math.max(LEAST_STABILITY, stability)),
                nextDifficulty(before.difficulty(), recall));
    }

    /** The probability, 0 to 1, of recall {@code days} days after the last recall. */
    public static double retrievability(Memory memory, double days) {
        return Math.pow(1 + FACTOR * days / memory.stability(), DECAY);
    }

    /**
     * The number of days until the probability of recall has dropped to the desired retention: at least 1, at most
     * {@code mostDays}.
     *
     * @param desiredRetention a probability above 0 and below 1
     */
    public static int interval(Memory memory, double desiredRetention, int mostDays) {
        long days = Math.round(memory.stability() / FACTOR * (Math.pow(desiredRetention, 1 / DECAY) - 1));
        return (int) Math.max(1, Math.min(mostDays, days));
    }

    private static double firstDifficulty(Recall recall) {
        return W[4] - Math.exp(W[5] * (recall.grade() - 1)) + 1;
    }

    private static double nextDifficulty(double before, Recall recall) {
        double change = -W[6] * (recall.grade() - 3);
        double damped = before + (10 - before) * change / 9;
        return clampedDifficulty(W[7] * firstDifficulty(Recall.EASY) + (1 - W[7]) * damped);
    }

    private static double clampedDifficulty(double difficulty) {
        return Math.min(10, Math.max(1, difficulty));
    }

    private static double recalled(Memory before, double days, Recall recall) {
        double gain = Math.exp(W[8])
                * (11 - before.difficulty())
                * Math.pow(before.stability(), -W[9])
                * (Math.exp((1 - retrievability(before, days)) * W[10]) - 1);
        double hard = recall == Recall.HARD ? W[15] : 1;
        double easy = recall == Recall.EASY ? W[16] : 1;
        return before.stability() * (1 + gain * hard * easy);
    }

    private static double forgotten(Memory before, double days) {
        double afterwards = W[11]
                * Math.pow(before.difficulty(), -W[12])
                * (Math.pow(before.stability() + 1, W[13]) - 1)
                * Math.exp((1 - retrievability(before, days)) * W[14]);
        return Math.min(afterwards, before.stability() / Math.exp(W[17] * W[18]));
    }

    private static double sameDay(double stability, Recall recall) {
        double gain = Math.exp(W[17] * (recall.grade() - 3 + W[18])) * Math.pow(stability, -W[19]);
        return stability * (recall.grade() >= 3 ? Math.max(1, gain) : gain);
    }
}
