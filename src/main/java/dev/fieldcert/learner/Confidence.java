package dev.fieldcert.learner;

/** How sure a learner says they are, before they see the mark. Never changes a mark. */
public enum Confidence {
    GUESS,
    FAIRLY,
    CERTAIN
}
