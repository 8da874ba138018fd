package dev.fieldcert.search.asked;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Questions that say the same in other words, counted together. Nobody's id or name is kept with them.
 *
 * @param id the telling words they share
 * @param text as it was asked last
 * @param notFound how often no lesson answered it
 * @param helped how often a reader said that the answer helped
 * @param rejected how often one said that it did not
 */
@Document("asked_questions")
@TypeAlias("asked-question")
public record AskedQuestion(@Id String id, String text, int asked, int notFound, int helped, int rejected, Instant at) {

    /** Whether an author should look at it. */
    public boolean isOpen() {
        return notFound > 0 || rejected > 0;
    }
}
