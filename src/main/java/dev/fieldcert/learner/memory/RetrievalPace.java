package dev.fieldcert.learner.memory;

import dev.fieldcert.stored.StoredEnum;

/** How often a learner wants to be asked about what they have earned. */
public enum RetrievalPace implements StoredEnum {
    /** When nine of ten would still be remembered. */
    AS_NEEDED("as-needed", 0.90),
    /** When eight of ten would: about a third of the questions. */
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
