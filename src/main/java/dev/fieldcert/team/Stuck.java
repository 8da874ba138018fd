package dev.fieldcert.team;

import dev.fieldcert.curriculum.Objective;
import java.util.Optional;

/**
 * Where a person is stuck.
 *
 * @param objective empty if the person is stuck in the course as a whole
 */
public record Stuck(String course, String courseTitle, Optional<Objective> objective, Why why) {

    /** The reasons, most urgent first. */
    public enum Why {
        NO_ATTEMPTS_LEFT,
        /** An assignment was returned twice or more, and has not been submitted again. */
        RETURNED_AGAIN,
        /** A check was failed, and the missed objectives have not been reviewed yet. */
        CHECK_FAILED,
        /** The course was started, is unfinished, and has not been touched for ten days. */
        NO_PROGRESS
    }
}
