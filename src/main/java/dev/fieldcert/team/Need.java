package dev.fieldcert.team;

/** Why a report needs their manager, most urgent first; the first that applies. */
public enum Need {
    /** An assignment is waiting for review: only the manager can move it. */
    REVIEW,
    OVERDUE,
    STUCK,
    /** A badge expired and is not renewed yet. */
    LAPSED,
    /** Due within a week. */
    DUE_SOON,
    /** Enrolled for a week or more, and not started. */
    NOT_BEGUN,
    NOTHING,
    DONE,
    NOT_ENROLLED,
    /** The Slack account is gone. */
    LEFT
}
