package dev.fieldcert.slack.admin.record;

import dev.fieldcert.learner.AuditedAction;

/** Describes an audited action in plain text. The text is not escaped. */
public final class AuditText {

    private AuditText() {}

    public static String of(AuditedAction what) {
        String subject = what.subject();
        return switch (what.code()) {
            case ATTEMPT_GRANTED -> "one more attempt at " + subject;
            case OBJECTIVE_EXCUSED -> "excused from " + subject + "/" + what.detail();
            case BADGE_REVOKED -> "revoked the badge " + subject;
            case ENROLLED -> "enrolled in " + subject + (what.day() == null ? "" : ", due " + what.day());
            case UNENROLLED -> "unenrolled from " + subject;
            case DUE_DATE_MOVED ->
                "due date of " + subject + (what.day() == null ? " removed" : " moved to " + what.day());
            case LATER_DUE_ASKED -> "asked for " + what.day() + " as the due date of " + subject;
            case LATER_DUE_GRANTED -> "due date of " + subject + " moved to " + what.day() + ", as the learner asked";
            case LATER_DUE_REFUSED -> "due date of " + subject + " stays; the learner asked for " + what.day();
            case MANAGER_SET -> "manager set to " + subject;
            case MANAGER_REMOVED -> "manager removed, was " + subject;
            case COHORT_JOINED -> "added to cohort " + subject;
            case COHORT_LEFT -> "removed from their cohort";
            case WORK_APPROVED -> "approved " + subject + ", " + what.number() + " points";
            case WORK_RETURNED -> "returned " + subject + ", " + what.number() + " points";
            case DELEGATE_SET -> "delegate set to " + subject;
            case DELEGATE_REMOVED -> "delegate removed, was " + subject;
            case ROLE_GIVEN -> "was given the role " + subject;
            case ROLE_WITHDRAWN -> "lost the role " + subject;
            case CHANNEL_CHOSEN -> "chose the channel " + what.detail() + " for " + subject;
            case CHANNEL_FORGOTTEN -> "removed the channel for " + subject;
            case ANNOUNCEMENTS_QUIET -> "set badge announcements to one daily digest";
            case ANNOUNCEMENTS_EACH -> "set badge announcements to one message per badge";
            case PROGRAM_RELOADED -> "reloaded the program: " + subject + " → " + what.detail();
            case DEAD_LETTER_RETRIED -> "retried a message that couldn’t be delivered: " + subject;
            case DEAD_LETTER_DROPPED -> "dropped a message that couldn’t be delivered: " + subject;
            case ITEM_DECIDED -> "decided about question " + subject + ": " + what.detail();
            case ITEM_DECISION_UNDONE -> "undid a decision about question " + subject + ": " + what.detail();
            case RESULT_REGRADED -> "result changed by a decision about question " + subject + ": " + what.detail();
            case BADGE_STAYS -> "left the badge " + subject + ", after a result was regraded";
            case RULE_STARTED -> "started the rule " + subject + ": " + what.detail();
            case RULE_PAUSED -> "paused the rule " + subject;
            case RULE_REMOVED -> "removed the rule " + subject + ": " + what.detail();
            case ERASED -> "everything personal was erased";
            case EXPORTED -> "exported the " + subject + (what.day() == null ? "" : " since " + what.day());
            case REVIEW_REFUSED -> "refused: review of " + subject + " – not their manager, delegate, or an admin";
            case OWN_REVIEW_REFUSED -> "refused: review of " + subject + ", their own work";
            case LATER_DUE_ANSWER_REFUSED -> "refused: due date of " + subject + " – not their manager or an admin";
            case PRAISE_REFUSED -> "refused: praise – not the manager";
            case NUDGE_REFUSED -> "refused: nudge – not the manager";
            case LOOK_REFUSED -> "refused: viewing their progress – not the manager";
            case ADMIN_ACTION_REFUSED -> "refused: admin action " + subject;
        };
    }
}
