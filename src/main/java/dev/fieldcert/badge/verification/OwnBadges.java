package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.credential.PublishedKeys;
import java.util.Optional;
import java.util.UUID;

/**
 * What an installation knows about the badges it issued itself.
 *
 * @param keys all its public keys, old ones too
 * @param revocations empty when nobody can be asked, as on the command line
 */
public record OwnBadges(Issuer issuer, PublishedKeys keys, Optional<Revocations> revocations) {

    /** Of somebody who issues no badges and only verifies those of others. */
    public static final OwnBadges NONE = new OwnBadges(
            new Issuer("nobody", new UUID(0, 0), Optional.empty(), Optional.empty()),
            PublishedKeys.NONE,
            Optional.empty());
}
