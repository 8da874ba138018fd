package dev.fieldcert.badge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A badge that somebody has earned: the facts a credential is made of, fixed at the moment it was earned.
 *
 * @param id opaque, unguessable and fit for an address ({@code [A-Za-z0-9_-]+}); it is also the verification code
 * @param badgeId id of the {@link dev.fieldcert.curriculum.BadgeDefinition}
 * @param startedAt when the learner enrolled
 * @param score share of the points, 0 to 1; empty for a path, whose courses carry the scores
 * @param contentVersion version of the program's files the learner was certified on
 * @param validUntil when it must have been renewed; empty when it never expires
 * @param statusIndex place in the status list, unique among all awards and drawn at random, so that a list tells nobody who
 *     earned what in which order
 * @param supersedes id of the award this one renews
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

    /** How long it took from enrollment to badge. */
    public Duration took() {
        return Duration.between(startedAt, earnedAt);
    }
}
