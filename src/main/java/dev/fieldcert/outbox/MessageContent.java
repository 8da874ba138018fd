package dev.fieldcert.outbox;

import java.util.Optional;

/** The content of a message. It holds data only; the transport turns it into text. Each stored kind has an alias. */
public interface MessageContent {

    Recipient recipient();

    /** Whether this message replaces an earlier one that is still waiting. */
    default boolean supersedes(MessageContent earlier) {
        return equals(earlier);
    }

    /** Returns what remains of the content after a person is erased; empty if nothing does. */
    default Optional<MessageContent> without(String person) {
        return Optional.of(this);
    }

    /** Whether the message would be pointless later. If so, it is withdrawn when it cannot be sent now. */
    default boolean isForNowOnly() {
        return false;
    }
}
