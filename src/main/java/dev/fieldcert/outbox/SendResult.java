package dev.fieldcert.outbox;

import java.time.Duration;
import java.util.Optional;

/** What came of an attempt to deliver a message. */
public sealed interface SendResult {

    /** It arrived, now or before; or there is nothing left to say. */
    record Sent() implements SendResult {}

    /** Not attempted: the lease would have ended before the answer is sure to be there. */
    record OutOfTime() implements SendResult {}

    /**
     * Not taken, for a reason that is not the message's: its recipient's other messages wait with it.
     *
     * @param after how long the transport asks to wait; empty when it does not say
     * @param mayHaveArrived whether the outcome is unknown
     */
    record NotNow(String reason, Optional<Duration> after, boolean mayHaveArrived) implements SendResult {}

    /** Not taken because of what it is, as far as one can tell; after some attempts it is given up. */
    record Failed(String reason) implements SendResult {}

    /** It will never be taken. */
    record Refused(String reason) implements SendResult {}
}
