package dev.fieldcert.team;

import java.time.Instant;

/**
 * A report's badge that has expired, or expires within two weeks, and was neither renewed nor revoked.
 *
 * @param badge its name
 * @param on when it expired or will
 * @param lapsed whether it has
 */
public record BadgeEnd(String badge, Instant on, boolean lapsed) {}
