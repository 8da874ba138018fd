package dev.fieldcert.outbox;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A message that was given up. Somebody who runs the program looks at it, and retries or drops it.
 *
 * @param id the message's
 * @param owner id of the document whose outbox it was in: a learner's, or that of a recipient without a learner's record
 * @param reason why its delivery failed last, for whoever looks at it
 * @param diedAt when it was given up
 */
@Document("dead_letters")
@TypeAlias("dead-letter")
public record DeadLetter(@Id String id, String owner, OutboxMessage message, String reason, Instant diedAt) {

    /** Id of the person or the channel whose outbox it was in. */
    public String about() {
        return owner.substring(owner.indexOf(':') + 1);
    }
}
