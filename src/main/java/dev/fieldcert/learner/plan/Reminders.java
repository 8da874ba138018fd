package dev.fieldcert.learner.plan;

import java.time.Instant;

/**
 * How often one piece of open work has been brought up again.
 *
 * @param count reminders of the present round, 0 to 3
 * @param last when it was last brought up, a snoozed contact that came back included
 */
public record Reminders(int count, Instant last) {}
