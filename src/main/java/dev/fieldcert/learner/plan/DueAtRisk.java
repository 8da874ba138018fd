package dev.fieldcert.learner.plan;

import java.time.LocalDate;

/**
 * A due date that cannot be met at the daily budget, reported once and as early as possible. Courses share the budget,
 * so they are counted in the order of their due dates.
 *
 * @param needed number of contacts until this course is finished, including those for courses due earlier
 * @param possible number of contacts until the due date
 * @param contactsADay the smallest daily budget that meets the date; 0 if no allowed budget does
 * @param later the day on which the course would be finished at the present budget; null if it is too far away to
 *     predict
 */
public record DueAtRisk(
        String courseId, String title, LocalDate due, int needed, int possible, int contactsADay, LocalDate later) {

    /** The entry in {@link ContactState#mentioned} that keeps this from being reported again. */
    public DueMention mention() {
        return new DueMention(courseId, due, DueMention.What.AT_RISK);
    }
}
