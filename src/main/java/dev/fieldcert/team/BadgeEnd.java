package dev.fieldcert.team;

import java.time.Instant;

/**
 * A report's badge that has lapsed, or lapses within two weeks, and was neither renewed nor revoked.
 *
 * @param badge its name
 * @param on when it lapsed or will
 * @param lapsed whether it has
 */
public record BadgeEnd(String badge, Instant on, boolean lapsed) {}
