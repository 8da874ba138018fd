package dev.fieldcert.badge;

import java.time.LocalDate;

/** What a badge rests on: which work, and when it was accepted; never the work's own text. */
public sealed interface Evidence {

    String title();

    LocalDate date();

    /**
     * A certifying check that was passed.
     *
     * @param score share of the points, 0 to 1
     * @param passScore share of the points that was needed, 0 to 1
     */
    record CheckPassed(String title, LocalDate date, double score, double passScore) implements Evidence {}

    /** An assignment that a person looked at and signed off. */
    record AssignmentApproved(String title, LocalDate date) implements Evidence {}

    /** A badge of a course, on the way to a path's certificate. */
    record BadgeEarned(String title, LocalDate date) implements Evidence {}
}
