package dev.fieldcert.learner.plan;

import java.time.LocalDate;

/**
 * A due date that cannot be met at the daily budget, reported once and as early as possible. Courses count in the
 * order of their due dates, because they share the budget.
 *
 * @param needed contacts until this course is finished, including those of courses due earlier
 * @param possible contacts until the due date
 * @param contactsADay enough to finish in time; 0 when no number is
 * @param later the day it would be finished at the present budget; null when that is too far away
 */
public record DueAtRisk(
        String courseId, String title, LocalDate due, int needed, int possible, int contactsADay, LocalDate later) {

    /** What {@link ContactState#mentioned} remembers of it. */
    public DueMention mention() {
        return new DueMention(courseId, due, DueMention.What.AT_RISK);
    }
}
