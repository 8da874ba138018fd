package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.stream.Stream;

/**
 * The candidate documents for a query: all that match, and possibly others.
 *
 * @param sorted whether they come in the query's order; otherwise they come by id
 */
record Plan(Stream<Document> candidates, boolean sorted) {}
