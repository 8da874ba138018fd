package dev.fieldcert.badge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An earned badge, with the data for its credential, fixed at the moment it was earned.
 *
 * @param id opaque, unguessable and URL-safe ({@code [A-Za-z0-9_-]+}); also the verification code
 * @param badgeId id of the {@link dev.fieldcert.curriculum.BadgeDefinition}
 * @param startedAt when the learner enrolled
 * @param score share of right answers, 0 to 1; in badges earned until 2026-11, the share of the points. Empty for a
 *     path, whose courses have the scores.
 * @param contentVersion version of the program's files when the badge was earned
 * @param validUntil when it expires unless renewed; empty if it never expires
 * @param statusIndex index in the status list, unique among all awards. It is random, so that the list reveals neither
 *     order nor holder.
 * @param supersedes id of the award that this one renews; empty if it renews none
 */
public record Award(
        String id,
        String badgeId,
        Recipient recipient,
        Instant startedAt,
        Instant earnedAt,
        OptionalDouble score,
        String contentVersion,
        List<Evidence> evidence,
        Optional<Instant> validUntil,
        int statusIndex,
        Optional<String> supersedes) {

    public Award {
        if (!id.matches("[A-Za-z0-9_-]{1,100}")) {
            throw new IllegalArgumentException("An award's id must be fit for an address, but is: " + id);
        }
        if (statusIndex < 0) {
            throw new IllegalArgumentException("Award " + id + " has a negative status index: " + statusIndex);
        }
        evidence = List.copyOf(evidence);
    }

    /** The time from enrollment to badge. */
    public Duration took() {
        return Duration.between(startedAt, earnedAt);
    }
}
