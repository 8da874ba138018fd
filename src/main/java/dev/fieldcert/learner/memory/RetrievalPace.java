package dev.fieldcert.learner.memory;

import dev.fieldcert.stored.StoredEnum;

/** How often a learner wants questions about the courses they have completed. */
public enum RetrievalPace implements StoredEnum {
    /** Asks when the probability of recall drops to 90%. */
    AS_NEEDED("as-needed", 0.90),
    /** Asks when the probability of recall drops to 80%: about a third of the questions. */
    FEWER("fewer", 0.80),
    NONE("none", 0.80);

    private final String code;
    private final double desiredRetention;

    RetrievalPace(String code, double desiredRetention) {
        this.code = code;
        this.desiredRetention = desiredRetention;
    }

    @Override
    public String code() {
        return code;
    }

    double desiredRetention() {
        return desiredRetention;
    }
}
