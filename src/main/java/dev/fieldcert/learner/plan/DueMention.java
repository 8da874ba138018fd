package dev.fieldcert.learner.plan;

import dev.fieldcert.stored.StoredEnum;
import java.time.LocalDate;

/** Something that was said or asked about a due date, once. Another due date of the same course is another one. */
public record DueMention(String course, LocalDate due, What what) {

    public enum What implements StoredEnum {
        SEVEN_DAYS("seven-days"),
        THREE_DAYS("three-days"),
        ONE_DAY("one-day"),
        PASSED("passed"),
        /** It cannot be met at the daily budget. */
        AT_RISK("at-risk"),
        /** The manager was told that it has passed. */
        MANAGER_TOLD("manager-told"),
        /** The learner asked for a later one. */
        LATER_ASKED("later-asked"),
        /** Somebody decided about that. */
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
