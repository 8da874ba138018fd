package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.credential.PublishedKeys;
import java.util.Optional;

/**
 * What an installation knows about the badges it issued itself.
 *
 * @param keys all its public keys, old ones too
 * @param revocations empty when nobody can be asked, as on the command line
 */
public record OwnBadges(Issuer issuer, PublishedKeys keys, Optional<Revocations> revocations) {}
