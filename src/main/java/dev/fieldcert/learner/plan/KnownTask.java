package dev.fieldcert.learner.plan;

import java.time.Instant;

/**
 * What is stored about work that was offered to the learner.
 *
 * @param openedAt when it was first offered; null if there were only reminders
 * @param reminders null before the first reminder
 */
public record KnownTask(TaskId id, Instant openedAt, Reminders reminders) {}
