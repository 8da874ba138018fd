package dev.fieldcert.itemanalysis.readmodel;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The lease of the instance that is counting.
 *
 * @param until when another instance may count
 * @param builtAt when all answers were last counted; null if never
 */
@Document("item_statistics_state")
@TypeAlias("item-statistics-state")
record Counting(@Id String id, Instant until, Instant builtAt) {

    static final String ONLY = "counting";
}
