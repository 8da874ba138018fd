package dev.fieldcert.team.admin;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One learner in one course.
 *
 * @param manager Slack id; null if unknown
 * @param share how much of the course is done, 0 to 1
 * @param checks how many checks were taken; null for a finished course, whose attempts are in the export
 * @param score of the passed check, 0 to 1; null before the check is passed
 * @param due null if there is none, and for a finished course
 * @param startedAt null before the first lesson, and for a finished course
 * @param finishedAt null before the course is finished
 */
public record ReportRow(
        String learner,
        String name,
        String email,
        String manager,
        String cohort,
        boolean deactivated,
        String course,
        String title,
        Standing standing,
        double share,
        Integer checks,
        Double score,
        LocalDate due,
        Instant enrolledAt,
        Instant startedAt,
        Instant lastActiveAt,
        Instant finishedAt) {

    public enum Standing {
        NOT_STARTED("not started"),
        UNDER_WAY("under way"),
        WAITING_FOR_REVIEW("waiting for review"),
        OVERDUE("overdue"),
        FINISHED("finished");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
