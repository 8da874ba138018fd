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

    /** Writes what must exist before the owner's messages are sent; may be called again. */
    void prepare(HasOutbox owner);

    /** Until when the recipient does not accept unsolicited messages; empty when they do now. */
    Optional<Instant> quietUntil(OutboxMessage message, HasOutbox owner);

    /** Whether the recipient is using the bot right now, so a message that has waited very long can be sent. */
    boolean isHere(OutboxMessage message, HasOutbox owner);

    /**
     * Delivers a message unless it already arrived. An exception counts as {@link SendResult.Failed}.
     *
     * @param mayStillSend checked right before sending: whether the lease lasts long enough
     */
    SendResult send(OutboxMessage message, HasOutbox owner, BooleanSupplier mayStillSend);

    /** Called after the document changed and everything sendable was sent. */
    void changed(HasOutbox owner);
}
