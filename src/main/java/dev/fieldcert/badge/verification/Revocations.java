package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.Standing;
import java.util.Optional;

/** What an issuer knows about its own revoked badges. */
@FunctionalInterface
public interface Revocations {

    /** @param statusIndex as in {@link dev.fieldcert.badge.Award#statusIndex} */
    Optional<Standing.Revoked> of(int statusIndex);
}
