package dev.fieldcert.badge;

import java.time.Instant;

/**
 * A badge that has expired or soon will, and was neither renewed nor revoked.
 *
 * @param learner Slack id of the holder
 * @param name the badge's name
 * @param until when it expires or expired
 */
public record EndingBadge(String learner, String name, Instant until) {}
