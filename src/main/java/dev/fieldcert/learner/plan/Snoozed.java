package dev.fieldcert.learner.plan;

import java.time.Instant;

/** A snoozed contact: clicked {@code at}, due again at {@code until}. Cleared by the next contact after it. */
public record Snoozed(Instant at, Instant until) {}
