package dev.fieldcert.delivery;

import dev.fieldcert.outbox.OutboxMessage;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A message to another system, waiting or kept in the log.
 *
 * @param id the message's: the destination's and the event's, so that a repeated event makes no second delivery
 * @param about whom it is about; null for nobody
 * @param dueAt when it is taken up next, or the end of its sender's lease; null when it is done
 * @param holder the current sender; null when nobody is sending
 * @param outcome of the latest attempt; null before the first
 * @param doneAt when it was delivered; null before
 */
@Document("deliveries")
@TypeAlias("delivery")
public record Delivery(
        @Id String id,
        String destination,
        String about,
        OutboxMessage message,
        Instant dueAt,
        String holder,
        String outcome,
        Instant doneAt) {

    static Delivery of(String destination, String about, OutboxMessage message) {
        return new Delivery(message.id(), destination, about, message, message.notBefore(), null, null, null);
    }
}
