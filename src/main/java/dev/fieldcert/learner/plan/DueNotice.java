package dev.fieldcert.learner.plan;

import dev.fieldcert.stored.StoredEnum;
import java.time.LocalDate;

/**
 * A due date to mention in a contact: 7, 3, and 1 working days before it and after it has passed, once each. If no
 * contact was possible on that day, the next contact mentions it, with the days left then.
 *
 * @param workingDaysLeft working days after today, up to and including the due date; 0 on the last of them and
 *     afterwards
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

        /** The entry in {@link ContactState#mentioned} for this stage of the due date. */
        public DueMention mention(String course, LocalDate due) {
            return new DueMention(course, due, what);
        }

        /** The number of working days before the due date. */
        public int days() {
            return days;
        }
    }

    /** The entry in {@link ContactState#mentioned} that keeps this from being mentioned again. */
    public DueMention mention() {
        return stage.mention(courseId, due);
    }
}
