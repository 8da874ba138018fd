package dev.fieldcert.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Delivers messages to their recipients. */
public interface OutboxTransport {

    /** Whether the transport accepts messages now; if not, due messages stay for the next tick. */
    boolean isOpen();

    /** The time after which an attempt's outcome counts as unknown. */
    Duration timeout();

    /** Writes what must exist before the owner's messages are sent. May be called repeatedly. */
    void prepare(HasOutbox owner);

    /** Until when the recipient does not accept unsolicited messages; empty if the recipient accepts them now. */
    Optional<Instant> quietUntil(OutboxMessage message, HasOutbox owner);

    /** Whether the recipient is using the bot right now, so that a message that has waited very long can be sent. */
    boolean isHere(OutboxMessage message, HasOutbox owner);

    /**
     * Delivers a message, unless it has already arrived. An exception counts as {@link SendResult.Failed}.
     *
     * @param mayStillSend whether the lease lasts long enough; check it right before sending
     */
    SendResult send(OutboxMessage message, HasOutbox owner, BooleanSupplier mayStillSend);

    /** Called when a document has changed and everything that could be sent was sent. */
    void changed(HasOutbox owner);
}
