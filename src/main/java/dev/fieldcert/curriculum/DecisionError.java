package dev.fieldcert.curriculum;

/**
 * How reliably a {@link MasteryRule} tells learners who have mastered an objective from those who have not. The
 * figures are exact for a learner who answers each question correctly with the same probability ({@code rightness}, 0
 * to 1), independently of earlier answers. Learning between attempts and repeated questions are not modeled. Every
 * figure is computed by calling the rule itself.
 */
public final class DecisionError {

    private final MasteryRule rule;

    public DecisionError(MasteryRule rule) {
        this.rule = rule;
    }

    /** @param questions mean number of questions */
    private record Run(double shown, double questions) {}

    /** Tracks the probability of each number of right answers, question by question, until the rule has decided. */
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

    /** Probability that one run of questions demonstrates the objective. */
    public double shown(double rightness) {
        return run(rightness).shown();
    }

    /** Probability that the objective is demonstrated in at least one of this many attempts. */
    public double shown(double rightness, int attempts) {
        return 1 - Math.pow(1 - shown(rightness), attempts);
    }

    /** Probability that each of this many objectives is demonstrated in at least one of this many attempts. */
    public double passes(double rightness, int objectives, int attempts) {
        return Math.pow(shown(rightness, attempts), objectives);
    }

    /** Mean number of questions in one run. */
    public double questions(double rightness) {
        return run(rightness).questions();
    }
}
