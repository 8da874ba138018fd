package dev.fieldcert.badge;

import java.time.Instant;

/**
 * A badge that expired or soon will, and was neither renewed nor revoked.
 *
 * @param learner Slack id of the holder
 * @param name of the badge
 * @param until when it expires or expired
 */
public record EndingBadge(String learner, String name, Instant until) {}
