package dev.fieldcert.delivery;

import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.outbox.MessageContent;
import dev.fieldcert.outbox.Recipient;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Tells another system that something happened.
 *
 * @param destination id of the system
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
