package dev.fieldcert.curriculum;

/**
 * How well a {@link MasteryRule} tells apart who can from who cannot: exact figures for somebody who gets each question
 * right with the same probability, whatever they got before. Learning between attempts, and questions seen again, are left
 * out. Every figure comes from asking the rule itself.
 */
public final class DecisionError {

    private final MasteryRule rule;

    public DecisionError(MasteryRule rule) {
        this.rule = rule;
    }

    /** @param questions mean number of questions */
    private record Run(double shown, double questions) {}

    /** Follows the probability of each number of right answers from question to question until the rule has decided. */
    private Run run(double rightness) {
        double shown = 0;
        double questions = 0;
        double[] byRight = {1};
        for (int asked = 0; asked <= rule.longest(); asked++) {
            double[] next = new double[byRight.length + 1];
            for (int right = 0; right < byRight.length; right++) {
                switch (rule.after(right, asked)) {
                    case SHOWN -> shown += byRight[right];
                    case OPEN -> {
                        questions += byRight[right];
                        next[right + 1] += rightness * byRight[right];
                        next[right] += (1 - rightness) * byRight[right];
                    }
                    case NOT_SHOWN -> {}
                }
            }
            byRight = next;
        }
        return new Run(shown, questions);
    }

    /** Probability that one run of questions shows the objective. */
    public double shown(double rightness) {
        return run(rightness).shown();
    }

    /** Probability that the objective is shown within so many attempts: what was shown stays shown. */
    public double shown(double rightness, int attempts) {
        return 1 - Math.pow(1 - shown(rightness), attempts);
    }

    /** Probability that every one of so many objectives is shown within so many attempts. */
    public double passes(double rightness, int objectives, int attempts) {
        return Math.pow(shown(rightness, attempts), objectives);
    }

    /** Mean number of questions of one run. */
    public double questions(double rightness) {
        return run(rightness).questions();
    }
}
