package dev.fieldcert.xapi;

import dev.fieldcert.outbox.MessageContent;
import dev.fieldcert.outbox.Recipient;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** Voids a statement. Contains no person's name or id. */
@Document
@TypeAlias("statement-voided")
record Voided(String destination, String statement) implements MessageContent {

    @Override
    public Recipient recipient() {
        return new Recipient.Destination(destination);
    }
}
