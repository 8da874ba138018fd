package dev.fieldcert.learner.plan;

import java.time.Instant;

/**
 * The reminders about one piece of open work.
 *
 * @param count reminders in the current round, 0 to 3
 * @param last when it was last mentioned, including a snoozed contact that came back
 */
public record Reminders(int count, Instant last) {}
