package dev.fieldcert.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** The outbox of a recipient without a learner's record. */
@Document("outboxes")
@TypeAlias("outbox")
class RecipientOutbox implements HasOutbox {

    private static final int IDS_REMEMBERED = 8;

    @Id
    String id;

    @Version
    Long version;

    Outbox outbox = Outbox.EMPTY;
    /** The ids of the newest once-only messages, including those already sent. */
    List<String> onceOnly = new ArrayList<>();

    RecipientOutbox() {}

    RecipientOutbox(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    boolean isNew() {
        return version == null;
    }

    boolean isEmpty() {
        return outbox.isEmpty() && onceOnly.isEmpty();
    }

    /**
     * Removes messages, unless somebody is sending from this outbox.
     *
     * @return whether any messages were removed
     */
    boolean removeWaiting(Predicate<MessageContent> removed) {
        int before = outbox.messages().size();
        if (outbox.lease() == null) {
            outbox = outbox.removeIf(message -> removed.test(message.content()));
        }
        return outbox.messages().size() < before;
    }

    /** @return false if it was already enqueued */
    boolean enqueueOnce(OutboxMessage message) {
        if (onceOnly.contains(message.id())) {
            return false;
        }
        onceOnly.add(message.id());
        if (onceOnly.size() > IDS_REMEMBERED) {
            onceOnly.remove(0);
        }
        outbox = outbox.enqueue(message);
        return true;
    }
}
