package dev.fieldcert.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that is stored but not yet sent.
 *
 * @param id unique; also stored in Slack's message metadata, so that a post with an unknown outcome can be found
 * @param notBefore the earliest time of the next attempt
 * @param attempts number of attempts since the last definite refusal; determines the wait after an unknown outcome
 * @param failures consecutive attempts that failed because of the message itself, or never ended. Determines the wait
 *     after a failure, and when delivery is abandoned. Transport problems do not count
 * @param unsolicited whether it is not a response to something the recipient did, so that it has to wait for the
 *     recipient's working hours
 * @param possiblySent whether it may have arrived; if so, look for it before sending it again
 */
public record OutboxMessage(
        String id,
        MessageContent content,
        Instant createdAt,
        Instant notBefore,
        int attempts,
        int failures,
        boolean unsolicited,
        boolean possiblySent) {

    /**
     * Creates a response to something the recipient did, or a message between two people, which is sent immediately.
     */
    public static OutboxMessage answer(MessageContent content, Instant now) {
        return new OutboxMessage(UUID.randomUUID().toString(), content, now, now, 0, 0, false, false);
    }

    /** Creates a message caused by the bot or somebody else, which is sent within the recipient's working hours. */
    public static OutboxMessage unsolicited(MessageContent content, Instant now) {
        return unsolicited(UUID.randomUUID().toString(), content, now, now);
    }

    /** Like {@link #unsolicited(MessageContent, Instant)}, with an id that the caller chooses. */
    public static OutboxMessage unsolicited(String id, MessageContent content, Instant now, Instant notBefore) {
        return new OutboxMessage(id, content, now, notBefore, 0, 0, true, false);
    }

    /** The kind of message, for logs and metrics. */
    public String kind() {
        return content.getClass().getSimpleName();
    }

    /** Returns a copy that is due at {@code later}, without counting an attempt. */
    OutboxMessage waitingUntil(Instant later) {
        return new OutboxMessage(id, content, createdAt, later, attempts, failures, unsolicited, possiblySent);
    }

    /**
     * Returns a copy after an attempt that was refused for a reason unrelated to the message. It is due again at
     * {@code later}.
     */
    public OutboxMessage notTakenUntil(Instant later, boolean mayHaveArrived) {
        return new OutboxMessage(
                id, content, createdAt, later, mayHaveArrived ? attempts + 1 : 0, 0, unsolicited, mayHaveArrived);
    }

    /** Returns a copy after an attempt that failed because of the message itself. It is due again at {@code later}. */
    public OutboxMessage failedUntil(Instant later) {
        return new OutboxMessage(id, content, createdAt, later, attempts + 1, failures + 1, unsolicited, possiblySent);
    }

    /**
     * Returns a copy after the sender crashed: this message may have arrived.
     *
     * @param mayBeTheReason whether to count a failure, because this message may have caused the crash
     * @param until when the sender's lease ended, after which nothing was sent
     */
    OutboxMessage interrupted(boolean mayBeTheReason, Instant until) {
        return new OutboxMessage(
                id,
                content,
                createdAt,
                notBefore.isBefore(until) ? until : notBefore,
                attempts,
                mayBeTheReason ? failures + 1 : failures,
                unsolicited,
                true);
    }

    /**
     * Returns a copy of a dead letter that is retried. It has to be looked for first, because an earlier attempt may
     * have arrived.
     */
    OutboxMessage anew(Instant now) {
        return new OutboxMessage(id, content, createdAt, now, 0, 0, unsolicited, true);
    }

    public OutboxMessage with(MessageContent other) {
        return new OutboxMessage(id, other, createdAt, notBefore, attempts, failures, unsolicited, possiblySent);
    }
}
