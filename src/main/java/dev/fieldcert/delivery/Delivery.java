package dev.fieldcert.delivery;

import dev.fieldcert.outbox.OutboxMessage;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A message to another system, either waiting or kept in the log.
 *
 * @param id the message's id, made from the destination's and the event's, so that a repeated event creates no second
 *     delivery
 * @param about the person it is about; null if none
 * @param dueAt when it is processed next, or the end of its sender's lease; null once delivered
 * @param holder the current sender; null when nobody is sending
 * @param outcome of the latest attempt; null before the first attempt
 * @param doneAt when it was delivered; null before that
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
