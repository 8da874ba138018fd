package dev.fieldcert.badge;

import java.time.Instant;
import java.util.Optional;

/** The current status of an award. */
public sealed interface Standing {

    /** @param until when it expires; empty if it never expires */
    record Valid(Optional<Instant> until) implements Standing {}

    record Expired(Instant since) implements Standing {}

    /** @param reason written by the admin, and shown to everyone who looks at the badge */
    record Revoked(Instant at, String reason) implements Standing {}

    /** @param by id of the award that renewed it */
    record Superseded(String by) implements Standing {}

    /**
     * Determines the status. If several apply, the strongest reason not to rely on the badge wins: revoked, then
     * superseded, then expired.
     *
     * @param supersededBy id of the award that renewed it; empty if none did
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
