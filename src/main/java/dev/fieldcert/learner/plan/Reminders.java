package dev.fieldcert.learner.plan;

import java.time.Instant;

/**
 * The reminders about one piece of open work.
 *
 * @param count reminders in the current round, 0 to 3
 * @param last when the work was last mentioned, including in a snoozed contact that was sent again
 */
public record Reminders(int count, Instant last) {}
