package dev.fieldcert.search.asked;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Questions that have the same stems, counted together. The id and name of the person who asks are not stored.
 *
 * @param id the stems that the questions share
 * @param text the most recent wording
 * @param notFound how often no lesson answered it
 * @param helped how often a reader said that the answer helped
 * @param rejected how often a reader said that the answer did not help
 */
@Document("asked_questions")
@TypeAlias("asked-question")
public record AskedQuestion(@Id String id, String text, int asked, int notFound, int helped, int rejected, Instant at) {

    /** Whether an author should look at it. */
    public boolean isOpen() {
        return notFound > 0 || rejected > 0;
    }
}
