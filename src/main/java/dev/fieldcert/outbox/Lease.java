package dev.fieldcert.outbox;

import java.time.Instant;

/**
 * The exclusive right to send from an outbox until {@code until}. A lease that expires without being released means
 * that its holder crashed, or lost the database, while sending.
 *
 * @param message id of the one message being delivered under this lease; null for any
 */
public record Lease(String holder, Instant until, String message) {

    public Lease(String holder, Instant until) {
        this(holder, until, null);
    }

    boolean isOver(Instant now) {
        return !until.isAfter(now);
    }
}
