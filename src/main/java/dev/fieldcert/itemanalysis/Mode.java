package dev.fieldcert.itemanalysis;

import dev.fieldcert.stored.StoredEnum;

/** The conditions under which an item was answered. Figures of different modes are never added up. */
public enum Mode implements StoredEnum {
    /** Certifying and without help: in a check, a renewal or a test-out. */
    CHECK("check"),
    /** Practice right after the lesson. */
    PRACTICE("practice"),
    /** Reviews of missed questions, and retrieval questions after the badge. Only some people are asked these. */
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
