package dev.fieldcert.team;

import java.time.Instant;

/**
 * A badge of a report that has expired, or expires within two weeks, and was neither renewed nor revoked.
 *
 * @param badge the badge's name
 * @param on when the badge expired or will expire
 * @param lapsed whether the badge has expired
 */
public record BadgeEnd(String badge, Instant on, boolean lapsed) {}
