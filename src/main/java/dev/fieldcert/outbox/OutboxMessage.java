package dev.fieldcert.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that was decided to be sent and has not been sent yet.
 *
 * @param id unique; travels in the message's metadata, so that a post whose outcome is unknown can be found again
 * @param notBefore when its delivery may be attempted (again)
 * @param attempts how often its delivery has been attempted since it was last refused for certain; decides on the back-off
 * @param failures how many attempts in a row failed because of the message itself, or never ended; decides when it is given
 *     up. Trouble of the transport does not count
 * @param unsolicited whether its recipient did nothing that it answers: it waits for their hours
 * @param possiblySent whether it may have arrived already: it is looked for before it is sent again
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

    /** An answer to what its recipient did, or what two people say to each other: sent at once. */
    public static OutboxMessage answer(MessageContent content, Instant now) {
        return new OutboxMessage(UUID.randomUUID().toString(), content, now, now, 0, 0, false, false);
    }

    /** What the bot or somebody else caused: sent within the hours of whoever gets it. */
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

    /** Not attempted, only put off. */
    OutboxMessage waitingUntil(Instant later) {
        return new OutboxMessage(id, content, createdAt, later, attempts, failures, unsolicited, possiblySent);
    }

    /** Attempted, and not taken by the transport for a reason that is not the message's. */
    OutboxMessage notTakenUntil(Instant later, boolean mayHaveArrived) {
        return new OutboxMessage(
                id, content, createdAt, later, mayHaveArrived ? attempts + 1 : 0, 0, unsolicited, mayHaveArrived);
    }

    /** Attempted, and failed because of what it is. */
    OutboxMessage failedUntil(Instant later) {
        return new OutboxMessage(id, content, createdAt, later, attempts + 1, failures + 1, unsolicited, possiblySent);
    }

    /** Its sender crashed: it may have been the reason, and it may have arrived. */
    OutboxMessage interrupted(boolean mayBeTheReason) {
        return new OutboxMessage(
                id,
                content,
                createdAt,
                notBefore,
                attempts,
                mayBeTheReason ? failures + 1 : failures,
                unsolicited,
                true);
    }

    /** Given up once, and to be tried anew. It is looked for first, because an earlier attempt may have arrived. */
    OutboxMessage anew(Instant now) {
        return new OutboxMessage(id, content, createdAt, now, 0, 0, unsolicited, true);
    }

    public OutboxMessage with(MessageContent other) {
        return new OutboxMessage(id, other, createdAt, notBefore, attempts, failures, unsolicited, possiblySent);
    }
}
