package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.credential.PublishedKeys;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What an installation knows about the badges it issued itself.
 *
 * @param keys all its public keys, old ones too
 * @param revocations says of a status index whether that badge is revoked; empty when nobody can be asked, as on the
 *     command line
 */
public record OwnBadges(
        Issuer issuer, PublishedKeys keys, Optional<IntFunction<Optional<Standing.Revoked>>> revocations) {}
