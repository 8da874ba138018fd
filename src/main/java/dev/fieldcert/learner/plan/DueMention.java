package dev.fieldcert.learner.plan;

import dev.fieldcert.stored.StoredEnum;
import java.time.LocalDate;

/** Something that is sent or asked only once about a due date of a course. A changed due date starts over. */
public record DueMention(String course, LocalDate due, What what) {

    public enum What implements StoredEnum {
        SEVEN_DAYS("seven-days"),
        THREE_DAYS("three-days"),
        ONE_DAY("one-day"),
        PASSED("passed"),
        /** The learner was warned that the date cannot be met at the daily budget. */
        AT_RISK("at-risk"),
        /** The manager was notified that the date has passed. */
        MANAGER_TOLD("manager-told"),
        /** The learner asked for a later date. */
        LATER_ASKED("later-asked"),
        /** The learner's request for a later date was decided. */
        LATER_ANSWERED("later-answered");

        private final String code;

        What(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
