package dev.fieldcert.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ValidationOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static EmbeddedMongo mongo;
    private static MongoClient client;
    private static MongoDatabase database;
    private static MongoCollection<Document> learners;

    @BeforeAll
    static void start() {
        QuietLogs.on();
        mongo = EmbeddedMongo.inMemory();
        client = MongoClients.create(mongo.uri("test"));
        database = client.getDatabase("test");
        learners = database.getCollection("learners");
        learners.insertOne(new Document("_id", 1));
    }

    @AfterAll
    static void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void anIndexThatIsMoreThanAnIndexIsRefused() {
        assertRefused(
                "partialFilterExpression",
                () -> learners.createIndex(
                        Indexes.ascending("a"), new IndexOptions().partialFilterExpression(new Document("b", 1))));
        assertRefused(
                "expireAfterSeconds",
                () -> learners.createIndex(Indexes.ascending("a"), new IndexOptions().expireAfter(1L, TimeUnit.HOURS)));
        assertRefused(
                "collation",
                () -> learners.createIndex(
                        Indexes.ascending("a"),
                        new IndexOptions()
                                .collation(Collation.builder().locale("en").build())));
        assertRefused("{a: text}", () -> learners.createIndex(Indexes.text("a")));
        assertRefused("{a: hashed}", () -> learners.createIndex(Indexes.hashed("a")));
        assertRefused("{$**: 1}", () -> learners.createIndex(Indexes.ascending("$**")));
        assertRefused("{a.0: 1}", () -> learners.createIndex(Indexes.ascending("a.0")));
        assertThat(learners.listIndexes()).hasSize(1);
    }

    @Test
    void aCollectionThatIsMoreThanACollectionIsRefused() {
        assertRefused(
                "validator",
                () -> database.createCollection(
                        "v",
                        new CreateCollectionOptions()
                                .validationOptions(new ValidationOptions().validator(new Document("a", 1)))));
        assertRefused("viewOn", () -> database.createView("w", "learners", List.of()));
        assertRefused(
                "capped",
                () -> database.createCollection(
                        "c", new CreateCollectionOptions().capped(true).sizeInBytes(4096)));
        assertThat(database.listCollectionNames()).doesNotContain("v", "w", "c");
    }

    @Test
    void aComparisonByTheRulesOfALanguageIsRefused() {
        Collation english = Collation.builder().locale("en").build();
        assertRefused("collation", () -> learners.find().collation(english).first());
    }

    @Test
    void aComputedFieldWithADottedNameIsRefused() {
        assertRefused(
                "'n.y'",
                () -> learners.aggregate(List.of(new Document("$addFields", new Document("n.y", "$a"))))
                        .first());
        assertRefused(
                "'n.y'",
                () -> learners.aggregate(List.of(new Document(
                                "$facet",
                                new Document("f", List.of(new Document("$project", new Document("n.y", "$a")))))))
                        .first());
        assertThat(learners.aggregate(List.of(new Document("$project", new Document("n.y", 1)))))
                .containsExactly(new Document("_id", 1));
    }

    private static void assertRefused(String what, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("The embedded MongoDB does not support")
                .hasMessageContaining(what);
    }

    @Test
    void whatTheServerCannotDoFails() {
        for (Document stage : List.of(
                new Document("$set", new Document("a", 1)),
                new Document("$unionWith", "learners"),
                new Document("$setWindowFields", new Document()),
                new Document("$changeStream", new Document()))) {
            assertThatThrownBy(() -> learners.aggregate(List.of(stage)).first())
                    .as("%s", stage)
                    .isNotNull();
        }
        assertThatThrownBy(() ->
                        learners.updateOne(new Document("_id", 1), List.of(new Document("$set", new Document("a", 1)))))
                .isNotNull();
        assertThatThrownBy(() -> learners.find().explain()).isNotNull();
        assertThatThrownBy(() -> {
                    try (var session = client.startSession()) {
                        session.startTransaction();
                        learners.insertOne(session, new Document("_id", 2));
                        session.commitTransaction();
                    }
                })
                .isNotNull();
        assertThat(learners.find()).containsExactly(new Document("_id", 1));
    }
}
