package dev.fieldcert.learner.memory;

import java.time.LocalDate;

/**
 * The first answer of a day to a question about an objective after the badge was earned.
 *
 * @param on the day in the learner's time zone
 * @param days since the objective was last shown or asked about
 * @param stability of the memory before the answer, in days; the prediction was based on it
 */
public record Retrieval(LocalDate on, int days, boolean right, double stability) {

    /** The minimum number of days since the previous retrieval. After fewer days, an answer is weak evidence. */
    static final int SPACED = 7;

    boolean isSpaced() {
        return days >= SPACED;
    }
}
