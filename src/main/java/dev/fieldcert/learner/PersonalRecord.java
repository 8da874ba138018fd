package dev.fieldcert.learner;

import java.util.List;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Everything the learners' side of the database holds about one person, document by document, as it is stored. */
@Repository
public class PersonalRecord {

    private final MongoOperations mongo;

    PersonalRecord(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Names of the parts in the order they are read. */
    public List<String> parts() {
        return List.of(
                "learner",
                "answers",
                "attempts",
                "hand_ins",
                "reviews",
                "escalations",
                "badges_given",
                "feedback",
                "audit",
                "reviews_given",
                "changes_made_to_others");
    }

    /** @param each hears every document with the name of its part */
    public void read(String learnerId, String part, BiConsumer<String, Document> each) {
        switch (part) {
            case "learner":
                read("learners", "_id", learnerId, part, each);
                break;
            case "reviews_given":
                read("reviews", "by", learnerId, part, each);
                break;
            case "changes_made_to_others":
                read("audit", "by", learnerId, part, each);
                break;
            default:
                read(part, "learner", learnerId, part, each);
        }
    }

    private void read(String collection, String field, String id, String part, BiConsumer<String, Document> each) {
        try (var cursor = mongo.getCollection(collection)
                .find(new Document(field, id))
                .sort(new Document("_id", 1))
                .cursor()) {
            while (cursor.hasNext()) {
                Document document = cursor.next();
                each.accept(part, document);
            }
        }
    }
}
