package dev.fieldcert.outbox;

import java.time.Duration;
import java.util.Optional;

/** The result of an attempt to deliver a message. */
public sealed interface SendResult {

    /** The message has arrived, now or earlier, or has become pointless. */
    record Sent() implements SendResult {}

    /** There was no attempt, because the lease would have ended before the outcome was known. */
    record OutOfTime() implements SendResult {}

    /**
     * The message was refused for a reason unrelated to it, so the recipient's other messages wait, too.
     *
     * @param after how long the transport asks to wait; empty if it does not say
     * @param mayHaveArrived whether the outcome is unknown
     */
    record NotNow(String reason, Optional<Duration> after, boolean mayHaveArrived) implements SendResult {}

    /** The attempt failed, apparently because of the message. After several failures the message is abandoned. */
    record Failed(String reason) implements SendResult {}

    /** The message will never be accepted. */
    record Refused(String reason) implements SendResult {}
}
