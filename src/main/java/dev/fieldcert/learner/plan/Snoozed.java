package dev.fieldcert.learner.plan;

import java.time.Instant;

/** A snoozed contact: snoozed {@code at}, due again at {@code until}. Cleared by the next contact. */
public record Snoozed(Instant at, Instant until) {}
