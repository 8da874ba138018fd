package dev.fieldcert.learner.memory;

/** How well an answer shows that something is remembered: the four grades of FSRS, in its order. */
public enum Recall {
    /** The answer was wrong. */
    AGAIN,
    /** The answer was right, but guessed. */
    HARD,
    /** The answer was right. */
    GOOD,
    /** The answer was right, and the learner was certain. */
    EASY;

    /** The number of this grade in FSRS, 1-based. */
    int grade() {
        return ordinal() + 1;
    }
}
