package dev.fieldcert.local.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses what the embedded server would accept and then ignore, or do differently from MongoDB, so that nobody relies
 * on it.
 */
final class Refusals {
    private static final Set<String> INDEX_OPTIONS = Set.of("v", "key", "name", "ns", "unique", "sparse", "background");

    private static final Set<String> COMMAND_OPTIONS = Set.of(
            "collation", "let", "min", "max", "returnKey", "showRecordId", "tailable", "awaitData", "startTransaction");

    private static final Set<String> COLLECTION_OPTIONS = Set.of(
            "capped",
            "timeseries",
            "expireAfterSeconds",
            "clusteredIndex",
            "changeStreamPreAndPostImages",
            "validator",
            "viewOn",
            "encryptedFields");

    private Refusals() {}

    static void check(String command, Document query) {
        refuse(query, COMMAND_OPTIONS, "the option");
        for (String statements : List.of("updates", "deletes")) {
            for (Document statement : documents(query.get(statements))) {
                refuse(statement, Set.of("collation", "sort"), "the option");
            }
        }
        if (command.equalsIgnoreCase("aggregate")) {
            checkStages(query.get("pipeline"));
        }
        if (command.equalsIgnoreCase("create")) {
            refuse(query, COLLECTION_OPTIONS, "the collection option");
        }
        if (command.equalsIgnoreCase("createIndexes")) {
            documents(query.get("indexes")).forEach(Refusals::checkIndex);
        }
    }

    /**
     * Rejects a computed field with a dotted name: this store would create a field with a dot in its name instead of a
     * nested field.
     */
    private static void checkStages(Object pipeline) {
        for (Document stage : documents(pipeline)) {
            for (Map.Entry<String, Object> entry : stage.entrySet()) {
                if (entry.getKey().matches("\\$(addFields|project)") && entry.getValue() instanceof Document fields) {
                    fields.forEach(Refusals::checkComputed);
                } else if (entry.getValue() instanceof Document parameters) {
                    parameters.values().forEach(Refusals::checkStages);
                }
            }
        }
    }

    private static void checkComputed(String field, Object value) {
        boolean chosen = value instanceof Number || value instanceof Boolean;
        if (field.contains(".") && !chosen) {
            throw refusal("the computed field '%s' (write it as a field within a field)".formatted(field));
        }
    }

    private static void checkIndex(Document index) {
        for (Map.Entry<String, Object> option : index.entrySet()) {
            if (!INDEX_OPTIONS.contains(option.getKey()) && isAsked(option.getValue())) {
                throw refusal("the index option '%s'".formatted(option.getKey()));
            }
        }
        for (Map.Entry<String, Object> field : ((Document) index.get("key")).entrySet()) {
            boolean direction = field.getValue() instanceof Number number && Math.abs(number.doubleValue()) == 1;
            boolean plainPath = field.getKey().matches("[^.$]+(\\.[^.$]*[^.$\\d][^.$]*)*");
            if (!direction || !plainPath) {
                throw refusal("an index on {%s: %s}".formatted(field.getKey(), field.getValue()));
            }
        }
    }

    private static void refuse(Document document, Set<String> options, String kind) {
        for (String option : options) {
            if (isAsked(document.get(option))) {
                throw refusal("%s '%s'".formatted(kind, option));
            }
        }
    }

    private static boolean isAsked(Object value) {
        boolean empty = value instanceof Document document && document.isEmpty();
        return value != null && !Boolean.FALSE.equals(value) && !empty;
    }

    private static MongoServerError refusal(String what) {
        return new MongoServerError(
                ErrorCode.InvalidOptions,
                "The embedded MongoDB does not support %s; do without it, or set MONGODB_URI to a MongoDB server"
                        .formatted(what));
    }

    private static List<Document> documents(Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }
}
