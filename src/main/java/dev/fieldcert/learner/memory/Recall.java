package dev.fieldcert.learner.memory;

/** How well an answer shows that something is remembered: the four grades of FSRS, in its order. */
public enum Recall {
    /** Not right. */
    AGAIN,
    /** Right, but guessed. */
    HARD,
    /** Right. */
    GOOD,
    /** Right, and certain. */
    EASY;

    /** The number of this grade in FSRS, 1-based. */
    int grade() {
        return ordinal() + 1;
    }
}
