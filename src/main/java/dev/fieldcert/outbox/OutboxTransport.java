package dev.fieldcert.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** How messages reach their recipients. */
public interface OutboxTransport {

    /** Whether messages are taken at all now; when not, what is due waits for the next tick. */
    boolean isOpen();

    /** How long an attempt may take until it counts as one whose outcome is unknown. */
    Duration timeout();

    /** Writes what must be there before the owner's messages are sent; may be called again. */
    void prepare(HasOutbox owner);

    /** Until when the recipient does not want to get what they did not ask for; empty when now is fine. */
    Optional<Instant> quietUntil(OutboxMessage message, HasOutbox owner);

    /** Whether the recipient is just using the bot, so that what waited very long for their hours need not wait on. */
    boolean isHere(OutboxMessage message, HasOutbox owner);

    /**
     * Delivers a message unless it arrived before. An exception counts as {@link SendResult.Failed}.
     *
     * @param mayStillSend asked right before the message leaves: whether the lease lasts long enough
     */
    SendResult send(OutboxMessage message, HasOutbox owner, BooleanSupplier mayStillSend);

    /** The document was changed, and what could be sent was. */
    void changed(HasOutbox owner);
}
