package dev.fieldcert.learner.privacy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Searches every document of every collection for data that identifies a person, and replaces it with a token. It does
 * not depend on what the documents mean, so new collections are covered, too.
 */
@Component
class PersonSweep {

    /** Collections with the courses' own texts, which are not about people. */
    private static final Set<String> NOT_ABOUT_PEOPLE = Set.of("program_versions");

    private static final Set<String> KINDS = Set.of("kind_", "_class");
    private static final int SHORTEST_NAME = 3;
    private static final int TRIES = 6;

    private final MongoOperations mongo;

    PersonSweep(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * @param marks ids and addresses, replaced everywhere, also inside longer texts
     * @param names replaced where a name is a whole value, or appears as whole words in a sentence
     * @return how many documents were changed
     */
    long sweep(Collection<String> marks, Collection<String> names, String token, Runnable step) {
        Marks all = Marks.of(marks, names, token);
        long changed = 0;
        for (String collection : mongo.getCollectionNames()) {
            if (NOT_ABOUT_PEOPLE.contains(collection) || collection.startsWith("system.")) {
                continue;
            }
            List<Object> found = new ArrayList<>();
            try (var cursor = mongo.getCollection(collection).find().cursor()) {
                while (cursor.hasNext()) {
                    Document document = cursor.next();
                    step.run();
                    if (!all.without(document).equals(document)) {
                        found.add(document.get("_id"));
                    }
                }
            }
            for (Object id : found) {
                replace(collection, id, all);
                changed++;
            }
        }
        return changed;
    }

    /** Returns the text without the data that identifies the person. */
    static String swept(String text, Collection<String> marks, Collection<String> names, String token) {
        return Marks.of(marks, names, token).text(text);
    }

    private static Pattern whole(String words) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Sweeps one document. If somebody else saves it in the meantime, sweeps the new version. */
    private void replace(String collection, Object id, Marks marks) {
        var documents = mongo.getCollection(collection);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Document before = documents.find(new Document("_id", id)).first();
            if (before == null) {
                return;
            }
            Document after = marks.without(before);
            if (!after.get("_id").equals(id)) {
                documents.replaceOne(
                        new Document("_id", after.get("_id")),
                        after,
                        new com.mongodb.client.model.ReplaceOptions().upsert(true));
                documents.deleteOne(new Document("_id", id));
                return;
            }
            Document unchanged = new Document("_id", id);
            if (before.get("version") instanceof Number version) {
                unchanged.append("version", version);
                after.put("version", version.longValue() + 1);
            }
            if (documents.replaceOne(unchanged, after).getMatchedCount() == 1) {
                return;
            }
        }
        throw new IllegalStateException("A document of " + collection + " is changed all the time and was not swept");
    }

    private record Marks(List<Pattern> marks, List<Pattern> names, String token) {

        static Marks of(Collection<String> marks, Collection<String> names, String token) {
            return new Marks(
                    marks.stream()
                            .filter(mark -> !mark.isBlank())
                            .map(PersonSweep::whole)
                            .toList(),
                    names.stream()
                            .filter(name -> name != null && name.strip().length() >= SHORTEST_NAME)
                            .map(name -> whole(name.strip()))
                            .toList(),
                    token);
        }

        Document without(Document document) {
            Document clean = new Document();
            for (Map.Entry<String, Object> field : document.entrySet()) {
                boolean kind = KINDS.contains(field.getKey());
                clean.append(
                        kind ? field.getKey() : replaced(field.getKey(), marks),
                        kind ? field.getValue() : value(field.getValue()));
            }
            return clean;
        }

        private Object value(Object value) {
            if (value instanceof String text) {
                return text(text);
            }
            if (value instanceof Document nested) {
                return without(nested);
            }
            if (value instanceof List<?> list) {
                return list.stream().map(this::value).collect(java.util.stream.Collectors.toCollection(ArrayList::new));
            }
            return value;
        }

        private String text(String text) {
            String clean = replaced(text, marks);
            boolean sentence = clean.chars().anyMatch(Character::isWhitespace);
            for (Pattern name : names) {
                if (sentence || name.matcher(clean).matches()) {
                    clean = name.matcher(clean).replaceAll(token);
                }
            }
            return clean;
        }

        private String replaced(String text, List<Pattern> patterns) {
            String clean = text;
            for (Pattern pattern : patterns) {
                clean = pattern.matcher(clean).replaceAll(token);
            }
            return clean;
        }
    }
}
