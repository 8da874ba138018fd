package dev.fieldcert.learner;

import dev.fieldcert.stored.StoredEnum;
import java.time.LocalDate;

/**
 * An action that changed something or was refused. It holds data only; the reader turns it into text.
 *
 * @param subject see {@link Code}; may be null
 * @param detail see {@link Code}; may be null
 * @param day see {@link Code}; may be null
 * @param number see {@link Code}; may be null
 */
public record AuditedAction(Code code, String subject, String detail, LocalDate day, Integer number) {

    /** The kinds of actions. Each comment says what the other fields contain. */
    public enum Code implements StoredEnum {
        /** subject: the course */
        ATTEMPT_GRANTED("attempt-granted"),
        /** subject: the course; detail: the objective */
        OBJECTIVE_EXCUSED("objective-excused"),
        /** subject: the badge's name */
        BADGE_REVOKED("badge-revoked"),
        /** subject: the path or course; day: the due date, if any */
        ENROLLED("enrolled"),
        /** subject: the path or course */
        UNENROLLED("unenrolled"),
        /** subject: the path or course; day: the new due date, if any */
        DUE_DATE_MOVED("due-date-moved"),
        /** subject: the course; day: the due date that was asked for */
        LATER_DUE_ASKED("later-due-asked"),
        /** subject: the course; day: the due date that was asked for */
        LATER_DUE_GRANTED("later-due-granted"),
        /** subject: the course; day: the due date that was asked for */
        LATER_DUE_REFUSED("later-due-refused"),
        /** subject: the manager */
        MANAGER_SET("manager-set"),
        /** subject: the previous manager */
        MANAGER_REMOVED("manager-removed"),
        /** subject: the cohort */
        COHORT_JOINED("cohort-joined"),
        COHORT_LEFT("cohort-left"),
        /** subject: the objective; number: the points */
        WORK_APPROVED("work-approved"),
        /** subject: the objective; number: the points */
        WORK_RETURNED("work-returned"),
        /** subject: the delegate */
        DELEGATE_SET("delegate-set"),
        /** subject: the previous delegate */
        DELEGATE_REMOVED("delegate-removed"),
        /** subject: the role */
        ROLE_GIVEN("role-given"),
        /** subject: the role */
        ROLE_WITHDRAWN("role-withdrawn"),
        /** subject: what the channel is for; detail: the channel */
        CHANNEL_CHOSEN("channel-chosen"),
        /** subject: what the channel was for */
        CHANNEL_FORGOTTEN("channel-forgotten"),
        ANNOUNCEMENTS_QUIET("announcements-quiet"),
        ANNOUNCEMENTS_EACH("announcements-each"),
        /** subject: the previous version; detail: the new version */
        PROGRAM_RELOADED("program-reloaded"),
        /** subject: the kind of message */
        DEAD_LETTER_RETRIED("dead-letter-retried"),
        /** subject: the kind of message */
        DEAD_LETTER_DROPPED("dead-letter-dropped"),
        ERASED("erased"),
        /** subject: the course and the question; detail: what was decided */
        ITEM_DECIDED("item-decided"),
        /** subject: the course and the question; detail: what had been decided */
        ITEM_DECISION_UNDONE("item-decision-undone"),
        /** subject: the course and the question; detail: what was decided about it */
        RESULT_REGRADED("result-regraded"),
        /** subject: the name of the badge, which stays although a result behind it was regraded */
        BADGE_STAYS("badge-stays"),
        /** subject: the rule's name; detail: the rule */
        RULE_STARTED("rule-started"),
        /** subject: the rule's name */
        RULE_PAUSED("rule-paused"),
        /** subject: the rule's name; detail: the rule */
        RULE_REMOVED("rule-removed"),
        /** subject: the table; day: the first day exported, if not everything */
        EXPORTED("exported"),

        /** subject: the objective; somebody without permission tried to review the submission */
        REVIEW_REFUSED("review-refused"),
        /** subject: the objective; the learner tried to review their own submission */
        OWN_REVIEW_REFUSED("own-review-refused"),
        /** subject: the course; somebody without permission tried to answer the request for a later due date */
        LATER_DUE_ANSWER_REFUSED("later-due-answer-refused"),
        PRAISE_REFUSED("praise-refused"),
        NUDGE_REFUSED("nudge-refused"),
        /** Somebody who is not the manager tried to see the learner's progress. */
        LOOK_REFUSED("look-refused"),
        /** subject: the action's id */
        ADMIN_ACTION_REFUSED("admin-action-refused");

        private final String code;

        Code(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    public static AuditedAction of(Code code) {
        return of(code, null);
    }

    public static AuditedAction of(Code code, String subject) {
        return new AuditedAction(code, subject, null, null, null);
    }

    public AuditedAction detailed(String detail) {
        return new AuditedAction(code, subject, detail, day, number);
    }

    public AuditedAction on(LocalDate day) {
        return new AuditedAction(code, subject, detail, day, number);
    }

    public AuditedAction counting(int number) {
        return new AuditedAction(code, subject, detail, day, number);
    }
}
