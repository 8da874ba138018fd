package dev.fieldcert.team;

import dev.fieldcert.curriculum.Objective;
import java.util.Optional;

/**
 * Where a person is stuck.
 *
 * @param objective empty when it is about the course as a whole
 */
public record Stuck(String course, String courseTitle, Optional<Objective> objective, Why why) {

    /** Most urgent first. */
    public enum Why {
        NO_ATTEMPTS_LEFT,
        /** An assignment was returned twice or more. */
        RETURNED_AGAIN,
        /** A check was failed, and what was missed has not been reviewed yet. */
        CHECK_FAILED,
        /** Started, unfinished, and untouched for ten days. */
        NO_PROGRESS
    }
}
