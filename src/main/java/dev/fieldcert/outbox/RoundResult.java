package dev.fieldcert.outbox;

import java.util.List;
import java.util.Set;

/**
 * The result of one pass over an outbox.
 *
 * @param prepared whether everything that must exist before the messages are sent was written
 * @param sent ids of messages that arrived or have become pointless
 * @param withdrawn ids of messages that could not be sent in time and would be pointless later
 * @param dead ids of messages whose delivery was abandoned
 * @param postponed messages that stay in the outbox, with their updates
 */
public record RoundResult(
        boolean prepared, Set<String> sent, Set<String> withdrawn, Set<String> dead, List<OutboxMessage> postponed) {

    /** Whether this message leaves the outbox. */
    public boolean removes(OutboxMessage message) {
        return sent.contains(message.id()) || withdrawn.contains(message.id()) || dead.contains(message.id());
    }
}
