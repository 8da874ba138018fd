package dev.fieldcert.learner.memory;

/** How well an answer shows that something is remembered: FSRS's four grades, in their order. */
public enum Recall {
    /** Not right. */
    AGAIN,
    /** Right, but guessed. */
    HARD,
    /** Right. */
    GOOD,
    /** Right, and certain. */
    EASY;

    /** FSRS's number of the grade, from 1. */
    int grade() {
        return ordinal() + 1;
    }
}
