package dev.fieldcert.learner.plan;

import java.time.LocalDate;

/**
 * A due date to mention with a contact: at 7, 3 and 1 working days before, and after it has passed, each once. When the
 * learner could not be contacted on such a day, the next contact says it, with the days that are left by then.
 *
 * @param workingDaysLeft after today, the due date included; 0 on the last of them and afterwards
 */
public record DueNotice(String courseId, String title, LocalDate due, Stage stage, int workingDaysLeft) {

    public enum Stage {
        SEVEN_DAYS(7),
        THREE_DAYS(3),
        ONE_DAY(1),
        PASSED(0);

        private final int days;

        Stage(int days) {
            this.days = days;
        }

        /** How many working days before the due date. */
        public int days() {
            return days;
        }
    }

    /** What {@link ContactState#mentioned} remembers; another due date is another key. */
    public String key() {
        return key(courseId, due, stage);
    }

    public static String key(String courseId, LocalDate due, Stage stage) {
        return courseId + "@" + due + ":" + stage.days;
    }
}
