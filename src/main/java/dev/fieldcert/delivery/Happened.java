package dev.fieldcert.delivery;

import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.outbox.MessageContent;
import dev.fieldcert.outbox.Recipient;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Informs another system of an event.
 *
 * @param destination id of the other system
 */
@Document
@TypeAlias("happened")
public record Happened(String destination, LearnerEvent event) implements MessageContent {

    @Override
    public Recipient recipient() {
        return new Recipient.Destination(destination);
    }

    @Override
    public Optional<MessageContent> without(String person) {
        return Optional.<MessageContent>of(this).filter(kept -> !event.learner().equals(person));
    }
}
