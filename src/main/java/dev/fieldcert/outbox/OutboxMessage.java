package dev.fieldcert.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that is stored and not yet sent.
 *
 * @param id unique; also stored in Slack's message metadata, so a post with unknown outcome can be found
 * @param notBefore the earliest time of the next attempt
 * @param attempts how often delivery was attempted since the last definite refusal; determines the back-off
 * @param failures consecutive attempts that failed because of the message itself or never ended; decides when delivery
 *     is abandoned. Transport problems do not count
 * @param unsolicited whether it answers nothing that its recipient did, and so waits for their hours
 * @param possiblySent whether it may have arrived; look for it before sending it again
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

    /** An answer to something its recipient did, or a message between two people: sent at once. */
    public static OutboxMessage answer(MessageContent content, Instant now) {
        return new OutboxMessage(UUID.randomUUID().toString(), content, now, now, 0, 0, false, false);
    }

    /** A message that the bot or somebody else caused: sent within its recipient's hours. */
    public static OutboxMessage unsolicited(MessageContent content, Instant now) {
        return unsolicited(UUID.randomUUID().toString(), content, now, now);
    }

    /** As {@link #unsolicited(MessageContent, Instant)}, under an id that the caller chose. */
    public static OutboxMessage unsolicited(String id, MessageContent content, Instant now, Instant notBefore) {
        return new OutboxMessage(id, content, now, notBefore, 0, 0, true, false);
    }

    /** What kind of message it is, for logs and metrics. */
    public String kind() {
        return content.getClass().getSimpleName();
    }

    /** Not attempted, only postponed. */
    OutboxMessage waitingUntil(Instant later) {
        return new OutboxMessage(id, content, createdAt, later, attempts, failures, unsolicited, possiblySent);
    }

    /** Attempted, and refused for a reason unrelated to the message. */
    public OutboxMessage notTakenUntil(Instant later, boolean mayHaveArrived) {
        return new OutboxMessage(
                id, content, createdAt, later, mayHaveArrived ? attempts + 1 : 0, 0, unsolicited, mayHaveArrived);
    }

    /** Attempted, and failed because of the message. */
    public OutboxMessage failedUntil(Instant later) {
        return new OutboxMessage(id, content, createdAt, later, attempts + 1, failures + 1, unsolicited, possiblySent);
    }

    /**
     * The sender crashed: this message may be the reason, and may have arrived.
     *
     * @param until nothing was sent after this
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

    /** Dead, now retried. Look for it first, because an earlier attempt may have arrived. */
    OutboxMessage anew(Instant now) {
        return new OutboxMessage(id, content, createdAt, now, 0, 0, unsolicited, true);
    }

    public OutboxMessage with(MessageContent other) {
        return new OutboxMessage(id, other, createdAt, notBefore, attempts, failures, unsolicited, possiblySent);
    }
}
