package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.stream.Stream;

/**
 * The candidate documents for a query: all that match, and possibly others.
 *
 * @param sorted whether the candidates are in the query's order; otherwise they are sorted by id
 */
record Plan(Stream<Document> candidates, boolean sorted) {}
