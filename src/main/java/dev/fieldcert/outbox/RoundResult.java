package dev.fieldcert.outbox;

import java.util.List;
import java.util.Set;

/**
 * What came of one pass over an outbox.
 *
 * @param prepared whether everything was written that must be there before the messages
 * @param sent ids of the messages that arrived, or about which there is nothing left to say
 * @param withdrawn ids of those that had their moment and missed it
 * @param dead ids of those that were given up
 * @param postponed those that stay, as they are now known
 */
public record RoundResult(
        boolean prepared, Set<String> sent, Set<String> withdrawn, Set<String> dead, List<OutboxMessage> postponed) {

    /** Whether this message leaves the outbox. */
    public boolean removes(OutboxMessage message) {
        return sent.contains(message.id()) || withdrawn.contains(message.id()) || dead.contains(message.id());
    }
}
