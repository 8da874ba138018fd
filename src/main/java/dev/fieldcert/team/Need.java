package dev.fieldcert.team;

/** Why a report needs their manager, most urgent first. A report has the first need that applies. */
public enum Need {
    /** An assignment is waiting for the manager's review. */
    REVIEW,
    OVERDUE,
    STUCK,
    /** A badge has expired and is not renewed yet. */
    LAPSED,
    /** A course is due within a week. */
    DUE_SOON,
    /** Enrolled for a week or more, and no course started yet. */
    NOT_BEGUN,
    NOTHING,
    DONE,
    NOT_ENROLLED,
    /** The Slack account is gone. */
    LEFT
}
