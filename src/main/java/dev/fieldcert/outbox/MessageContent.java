package dev.fieldcert.outbox;

import java.util.Optional;

/** The content of a message: facts only, the transport finds the words. Each stored kind has an alias. */
public interface MessageContent {

    Recipient recipient();

    /** Whether this message replaces an earlier one that is still waiting. */
    default boolean supersedes(MessageContent earlier) {
        return equals(earlier);
    }

    /** What remains after a person is erased; empty when the message was about them. */
    default Optional<MessageContent> without(String person) {
        return Optional.of(this);
    }

    /** Whether the message is pointless later: if it cannot be sent now, it is withdrawn. */
    default boolean isForNowOnly() {
        return false;
    }
}
