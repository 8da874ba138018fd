package dev.fieldcert.learner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An enrollment in a path.
 *
 * @param due null if there is none
 * @param award id of the path's newest certificate; null before the first one is earned
 * @param until when that certificate expires; null if it does not
 */
public record PathProgress(
        String path, Instant enrolledAt, String enrolledBy, LocalDate due, String award, Instant until) {

    public Optional<String> certificate() {
        return Optional.ofNullable(award);
    }

    /** When the certificate expires; empty if it does not, or if there is none. */
    public Optional<Instant> certifiedUntil() {
        return Optional.ofNullable(until);
    }

    PathProgress dueOn(LocalDate due) {
        return new PathProgress(path, enrolledAt, enrolledBy, due, award, until);
    }

    PathProgress certified(String award, Instant until) {
        return new PathProgress(path, enrolledAt, enrolledBy, due, award, until);
    }
}
