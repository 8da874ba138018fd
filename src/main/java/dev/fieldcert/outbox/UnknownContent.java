package dev.fieldcert.outbox;

import java.util.Optional;
import org.bson.Document;

/**
 * The content of a message that a newer release enqueued and this one does not know: during an upgrade both run on the same
 * database. It is kept as it is stored, and waits for an instance that knows it.
 */
public record UnknownContent(Document stored) implements MessageContent {

    @Override
    public Recipient recipient() {
        return new Recipient.Unknown();
    }

    /** Nobody here can say whom it is about, so it is dropped when it names the person anywhere. */
    @Override
    public Optional<MessageContent> without(String person) {
        return Optional.<MessageContent>of(this).filter(kept -> !stored.toJson().contains(person));
    }
}
