package dev.fieldcert.learner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An enrolment in a path.
 *
 * @param due null when none
 * @param award id of the path's certificate once earned; null before
 */
public record PathProgress(String path, Instant enrolledAt, String enrolledBy, LocalDate due, String award) {

    public Optional<String> certificate() {
        return Optional.ofNullable(award);
    }

    PathProgress certified(String award) {
        return new PathProgress(path, enrolledAt, enrolledBy, due, award);
    }
}
