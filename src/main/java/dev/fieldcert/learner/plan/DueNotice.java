package dev.fieldcert.learner.plan;

import dev.fieldcert.stored.StoredEnum;
import java.time.LocalDate;

/**
 * A due date to mention with a contact: 7, 3 and 1 working days before, and after it has passed, once each. When no
 * contact was possible on such a day, the next one mentions it with the days left by then.
 *
 * @param workingDaysLeft after today, the due date included; 0 on the last of them and afterwards
 */
public record DueNotice(String courseId, String title, LocalDate due, Stage stage, int workingDaysLeft) {

    public enum Stage implements StoredEnum {
        SEVEN_DAYS("seven-days", 7, DueMention.What.SEVEN_DAYS),
        THREE_DAYS("three-days", 3, DueMention.What.THREE_DAYS),
        ONE_DAY("one-day", 1, DueMention.What.ONE_DAY),
        PASSED("passed", 0, DueMention.What.PASSED);

        private final String code;
        private final int days;
        private final DueMention.What what;

        Stage(String code, int days, DueMention.What what) {
            this.code = code;
            this.days = days;
            this.what = what;
        }

        @Override
        public String code() {
            return code;
        }

        /** What {@link ContactState#mentioned} remembers once it was said. */
        public DueMention mention(String course, LocalDate due) {
            return new DueMention(course, due, what);
        }

        /** How many working days before the due date. */
        public int days() {
            return days;
        }
    }

    /** What {@link ContactState#mentioned} remembers of it. */
    public DueMention mention() {
        return stage.mention(courseId, due);
    }
}
