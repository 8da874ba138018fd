package dev.fieldcert.learner.memory;

import java.time.LocalDate;

/**
 * An objective was asked about after the badge: the first answer of that day.
 *
 * @param on the learner's own day
 * @param days since it was shown or asked about before
 * @param stability of the memory before the answer, in days: what it was predicted from
 */
public record Retrieval(LocalDate on, int days, boolean right, double stability) {

    /** Less than this after the one before, an answer shows little. */
    static final int SPACED = 7;

    boolean isSpaced() {
        return days >= SPACED;
    }
}
