package dev.fieldcert.badge.records;

import java.time.Instant;

/**
 * The data of a stored award, without its signed forms.
 *
 * @param course null for a path's certificate
 * @param score 0 to 1; null for a path's certificate
 * @param validUntil null if it never expires
 * @param supersededBy id of the award that renewed it; null if none did
 * @param revokedAt null if it was not revoked; reason and admin are then null, too
 */
public record AwardRecord(
        String id,
        String learner,
        String badge,
        String name,
        String kind,
        int level,
        String course,
        Double score,
        String version,
        Instant startedAt,
        Instant earnedAt,
        Instant validUntil,
        String supersededBy,
        Instant revokedAt,
        String revokedReason,
        String revokedBy) {}
