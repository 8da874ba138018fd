package dev.fieldcert.learner;

import java.time.Instant;

/** Who sends this learner's owed messages right now; worth nothing after {@code until}. */
public record Lease(String holder, Instant until) {

    boolean isFree(Instant now) {
        return !until.isAfter(now);
    }
}
