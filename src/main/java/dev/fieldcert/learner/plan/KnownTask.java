package dev.fieldcert.learner.plan;

import java.time.Instant;

/**
 * What is remembered of work that was put before the learner.
 *
 * @param openedAt when it was first put before them; null when it was only brought up
 * @param reminders null before the first
 */
public record KnownTask(TaskId id, Instant openedAt, Reminders reminders) {}
