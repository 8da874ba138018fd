package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.credential.PublishedKeys;
import java.util.Optional;
import java.util.UUID;

/**
 * An installation's knowledge of its own badges.
 *
 * @param keys all its public keys, including old ones
 * @param revocations empty when unavailable, as on the command line
 */
public record OwnBadges(Issuer issuer, PublishedKeys keys, Optional<Revocations> revocations) {

    /** For verifiers that issue nothing. */
    public static final OwnBadges NONE = new OwnBadges(
            new Issuer("nobody", new UUID(0, 0), Optional.empty(), Optional.empty()),
            PublishedKeys.NONE,
            Optional.empty());
}
