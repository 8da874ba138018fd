package dev.fieldcert.learner;

import dev.fieldcert.stored.StoredEnum;

/** How sure learners say they are before they see the grade. It never changes the grade. */
public enum Confidence implements StoredEnum {
    GUESS("guess"),
    FAIRLY("fairly"),
    CERTAIN("certain");

    private final String code;

    Confidence(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
