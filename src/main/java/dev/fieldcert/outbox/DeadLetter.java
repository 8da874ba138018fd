package dev.fieldcert.outbox;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A message whose delivery was abandoned. An admin can retry or drop it.
 *
 * @param id the message's id
 * @param owner id of the document whose outbox held the message: of a learner, or of a recipient without a learner's
 *     record; {@code destination:person} for a delivery to another system
 * @param reason why the last delivery failed, shown to admins
 * @param diedAt when delivery was abandoned
 */
@Document("dead_letters")
@TypeAlias("dead-letter")
public record DeadLetter(@Id String id, String owner, OutboxMessage message, String reason, Instant diedAt) {

    /** The id of the person or channel whose outbox held the message; for a delivery, the person it is about. */
    public String about() {
        return owner.substring(owner.indexOf(':') + 1);
    }
}
