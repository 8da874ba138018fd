package dev.fieldcert.team;

/** Why a report needs their manager; the first that applies, the most urgent first. */
public enum Need {
    /** An assignment waits for review: only the manager can move it. */
    REVIEW,
    OVERDUE,
    STUCK,
    /** A badge lapsed and is not renewed yet. */
    LAPSED,
    /** Due within a week. */
    DUE_SOON,
    /** Enrolled for a week or more, and nothing begun. */
    NOT_BEGUN,
    NOTHING,
    DONE,
    NOT_ENROLLED,
    /** The Slack account is gone. */
    LEFT
}
