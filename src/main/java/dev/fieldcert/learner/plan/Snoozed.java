package dev.fieldcert.learner.plan;

import java.time.Instant;

/** "Not now" on a contact: clicked {@code at}, to come back at {@code until}. Spent with the next contact after it. */
public record Snoozed(Instant at, Instant until) {}
