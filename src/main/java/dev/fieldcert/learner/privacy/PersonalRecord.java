package dev.fieldcert.learner.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Reads all of a person's documents, as stored, for their export. */
@Repository
public class PersonalRecord {

    /** A collection, and the fields that can name a document's owner. */
    private record Source(String collection, List<String> fields) {}

    private static final List<String> ANYWHERE = List.of("_id", "learner", "person", "by");

    private static final Map<String, Source> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("learner", new Source("learners", List.of("_id")));
        for (String events : List.of(
                "answers",
                "attempts",
                "submissions",
                "reviews",
                "escalations",
                "badges_given",
                "milestones",
                "feedback",
                "item_reports",
                "regrades",
                "audit")) {
            KNOWN.put(events, new Source(events, List.of("learner")));
        }
        KNOWN.put("reviews_given", new Source("reviews", List.of("by")));
        KNOWN.put("changes_made_to_others", new Source("audit", List.of("by")));
    }

    private final MongoOperations mongo;

    PersonalRecord(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** The names of the parts, in reading order. Collections without a part of their own come last. */
    public List<String> parts() {
        return Stream.concat(
                        KNOWN.keySet().stream(),
                        mongo.getCollectionNames().stream()
                                .filter(name -> !KNOWN.containsKey(name)
                                        && !name.equals("learners")
                                        && !name.equals("program_versions")
                                        && !name.startsWith("system."))
                                .sorted())
                .toList();
    }

    /** @param each receives every document of the part */
    public void read(String learnerId, String part, Consumer<Document> each) {
        Source source = KNOWN.getOrDefault(part, new Source(part, ANYWHERE));
        Document theirs = new Document(
                "$or",
                source.fields().stream()
                        .map(field -> new Document(field, learnerId))
                        .toList());
        try (var cursor = mongo.getCollection(source.collection())
                .find(theirs)
                .sort(new Document("_id", 1))
                .cursor()) {
            cursor.forEachRemaining(each);
        }
    }
}
