package dev.fieldcert.outbox;

import java.util.Optional;

/** What a message says: facts only, the transport finds the words. Each stored kind has an alias. */
public interface MessageContent {

    Recipient recipient();

    /** Whether an earlier message, which still waits, need not be sent when this one is. */
    default boolean supersedes(MessageContent earlier) {
        return equals(earlier);
    }

    /** What is left of it once a person is forgotten; empty when it was about them. */
    default Optional<MessageContent> without(String person) {
        return Optional.of(this);
    }

    /** Whether it makes no sense later: when its recipient does not want to hear it now, it is withdrawn. */
    default boolean isForNowOnly() {
        return false;
    }
}
