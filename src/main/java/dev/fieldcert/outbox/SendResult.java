package dev.fieldcert.outbox;

import java.time.Duration;
import java.util.Optional;

/** The result of an attempt to deliver a message. */
public sealed interface SendResult {

    /** It arrived, now or earlier, or has become pointless. */
    record Sent() implements SendResult {}

    /** Not attempted: the lease would have ended before a sure answer. */
    record OutOfTime() implements SendResult {}

    /**
     * Refused for a reason unrelated to the message: the recipient's other messages wait, too.
     *
     * @param after how long the transport asks to wait; empty when it does not say
     * @param mayHaveArrived whether the outcome is unknown
     */
    record NotNow(String reason, Optional<Duration> after, boolean mayHaveArrived) implements SendResult {}

    /** Failed, apparently because of the message; after several attempts it is abandoned. */
    record Failed(String reason) implements SendResult {}

    /** It will never be accepted. */
    record Refused(String reason) implements SendResult {}
}
