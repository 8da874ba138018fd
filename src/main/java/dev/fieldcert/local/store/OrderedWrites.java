package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Makes the embedded server keep two of MongoDB's guarantees: an ordered bulk write stops at its first error, and the
 * reply counts what was written.
 */
final class OrderedWrites {
    private OrderedWrites() {}

    static Document countInserted(Document command, Document reply) {
        List<Document> errors = documents(reply, "writeErrors");
        if (!errors.isEmpty()) {
            int all = documents(command, "documents").size();
            int written = isOrdered(command) ? (Integer) errors.get(0).get("index") : all - errors.size();
            reply.put("n", written);
        }
        return reply;
    }

    static Document update(Document command, UnaryOperator<Document> execution) {
        List<Document> updates = documents(command, "updates");
        if (updates.size() < 2 || !isOrdered(command)) {
            return execution.apply(command);
        }
        int matched = 0;
        int modified = 0;
        List<Document> upserted = new ArrayList<>();
        List<Document> errors = new ArrayList<>();
        for (int i = 0; i < updates.size() && errors.isEmpty(); i++) {
            Document single = command.clone();
            single.put("updates", List.of(updates.get(i)));
            Document reply = execution.apply(single);
            matched += (Integer) reply.get("n");
            modified += (Integer) reply.get("nModified");
            addWithIndex(upserted, documents(reply, "upserted"), i);
            addWithIndex(errors, documents(reply, "writeErrors"), i);
        }
        Document reply = new Document("n", matched).append("nModified", modified);
        reply.putIfNotNull("upserted", upserted.isEmpty() ? null : upserted);
        reply.putIfNotNull("writeErrors", errors.isEmpty() ? null : errors);
        return reply.append("ok", 1.0);
    }

    private static void addWithIndex(List<Document> all, List<Document> some, int index) {
        for (Document one : some) {
            all.add(one.clone().append("index", index));
        }
    }

    private static boolean isOrdered(Document command) {
        return !Boolean.FALSE.equals(command.get("ordered"));
    }

    private static List<Document> documents(Document document, String field) {
        List<Document> documents = new ArrayList<>();
        if (document.get(field) instanceof Iterable<?> values) {
            values.forEach(value -> documents.add((Document) value));
        }
        return documents;
    }
}
