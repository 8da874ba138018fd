package dev.fieldcert.itemanalysis;

import dev.fieldcert.stored.StoredEnum;

/** Under which conditions an item was answered. Their figures are never added up. */
public enum Mode implements StoredEnum {
    /** Certifying: a check, a renewal or a test-out; without help. */
    CHECK("check"),
    /** Right after the lesson. */
    PRACTICE("practice"),
    /** Misses that come back, and what is asked after the badge: only some people see these. */
    REVIEW("review");

    private final String code;

    Mode(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
