package dev.fieldcert.outbox;

import java.time.Instant;

/**
 * Who may send from an outbox; worth nothing after {@code until}. A lease that ended without being released means that its
 * holder crashed, or lost the database, while sending.
 *
 * @param message id of the one message that is being delivered under this lease; null when it may be any
 */
public record Lease(String holder, Instant until, String message) {

    public Lease(String holder, Instant until) {
        this(holder, until, null);
    }

    boolean isOver(Instant now) {
        return !until.isAfter(now);
    }
}
