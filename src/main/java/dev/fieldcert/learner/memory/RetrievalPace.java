package dev.fieldcert.learner.memory;

/** How often a learner wants to be asked about what they have earned. */
public enum RetrievalPace {
    /** When nine of ten would still be remembered. */
    AS_NEEDED(0.90),
    /** When eight of ten would: about a third of the questions. */
    FEWER(0.80),
    NONE(0.80);

    private final double desiredRetention;

    RetrievalPace(double desiredRetention) {
        this.desiredRetention = desiredRetention;
    }

    double desiredRetention() {
        return desiredRetention;
    }
}
