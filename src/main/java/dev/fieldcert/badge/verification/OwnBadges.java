package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.credential.PublishedKeys;
import java.util.Optional;
import java.util.UUID;

/**
 * What an installation knows about its own badges.
 *
 * @param keys all of its public keys, including old ones
 * @param revocations empty if revocations cannot be looked up
 */
public record OwnBadges(Issuer issuer, PublishedKeys keys, Optional<Revocations> revocations) {

    /** For a verifier that issues no badges. */
    public static final OwnBadges NONE = new OwnBadges(
            new Issuer("nobody", new UUID(0, 0), Optional.empty(), Optional.empty()),
            PublishedKeys.NONE,
            Optional.empty());
}
