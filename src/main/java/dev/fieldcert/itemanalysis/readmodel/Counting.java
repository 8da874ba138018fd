package dev.fieldcert.itemanalysis.readmodel;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Who is counting.
 *
 * @param until another instance may count then
 * @param builtAt when everything was last counted from the beginning; null for never
 */
@Document("item_statistics_state")
@TypeAlias("item-statistics-state")
record Counting(@Id String id, Instant until, Instant builtAt) {

    static final String ONLY = "counting";
}
