package dev.fieldcert.badge;

import java.time.Instant;
import java.util.Optional;

/** What an award is worth today. */
public sealed interface Standing {

    /** @param until empty when it never expires */
    record Valid(Optional<Instant> until) implements Standing {}

    record Expired(Instant since) implements Standing {}

    /** @param reason as the admin wrote it, shown to everyone who looks at the badge */
    record Revoked(Instant at, String reason) implements Standing {}

    /** @param by id of the award that renewed it */
    record Superseded(String by) implements Standing {}

    /**
     * Revoked is said before superseded, superseded before expired: the strongest reason not to rely on it comes first.
     *
     * @param supersededBy id of the award that renewed it
     */
    static Standing of(Award award, Optional<Revoked> revoked, Optional<String> supersededBy, Instant now) {
        if (revoked.isPresent()) {
            return revoked.get();
        }
        if (supersededBy.isPresent()) {
            return new Superseded(supersededBy.get());
        }
        return award.validUntil()
                .filter(until -> !now.isBefore(until))
                .<Standing>map(Expired::new)
                .orElseGet(() -> new Valid(award.validUntil()));
    }
}
