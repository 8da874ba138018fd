package dev.fieldcert.team;

import dev.fieldcert.curriculum.Objective;
import java.util.Optional;

/**
 * Where somebody does not get on by themself.
 *
 * @param objective empty when it is about the course as a whole
 */
public record Stuck(String course, String courseTitle, Optional<Objective> objective, Why why) {

    /** The most pressing first. */
    public enum Why {
        NO_ATTEMPTS_LEFT,
        /** An assignment came back twice or more. */
        RETURNED_AGAIN,
        /** A check was failed, and what was missed is not learned again yet. */
        CHECK_FAILED,
        /** Begun, open, and untouched for ten days. */
        NO_PROGRESS
    }
}
