package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.stream.Stream;

/**
 * The documents to look at for a query: all that can match, and others.
 *
 * @param sorted whether they come in the order that the query asks for; if not, they come by id
 */
record Plan(Stream<Document> candidates, boolean sorted) {}
