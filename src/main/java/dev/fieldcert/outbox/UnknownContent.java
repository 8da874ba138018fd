package dev.fieldcert.outbox;

import java.util.Optional;
import org.bson.Document;

/**
 * The content of a message that a newer release enqueued and this release does not know: during an upgrade, both run
 * on the same database. It is kept exactly as stored, and waits for an instance that knows it.
 */
public record UnknownContent(Document stored) implements MessageContent {

    @Override
    public Recipient recipient() {
        return new Recipient.Unknown();
    }

    /**
     * Drops the message if it contains the person's id anywhere, because this release cannot tell whom it is about.
     */
    @Override
    public Optional<MessageContent> without(String person) {
        return Optional.<MessageContent>of(this).filter(kept -> !stored.toJson().contains(person));
    }
}
