package dev.fieldcert.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What FieldCert relies on; the same on MongoDB itself, against which this runs when MONGODB_URI is set. */
class MongoBehaviorTest {
    private static MongoUnderTest mongo;
    private MongoCollection<Document> learners;

    @BeforeAll
    static void start() {
        mongo = new MongoUnderTest();
    }

    @AfterAll
    static void stop() {
        mongo.close();
    }

    @BeforeEach
    void emptyCollection() {
        learners = mongo.collection("learners");
        learners.drop();
    }

    @Test
    void aSaveWithAnOldVersionChangesNothing() {
        learners.insertOne(new Document("_id", "ada").append("version", 3).append("name", "Ada"));
        Document next = new Document("_id", "ada").append("version", 4).append("name", "Countess");
        assertThat(learners.replaceOne(new Document("_id", "ada").append("version", 2), next)
                        .getMatchedCount())
                .isZero();
        assertThat(learners.replaceOne(new Document("_id", "ada").append("version", 3), next)
                        .getModifiedCount())
                .isOne();
        assertThat(learners.find()).containsExactly(next);
    }

    @Test
    void theEarliestDueIsClaimedOnceEach() throws Exception {
        learners.createIndex(Indexes.ascending("state", "dueAt"));
        int due = 200;
        for (int i = 0; i < due; i++) {
            learners.insertOne(new Document("_id", i).append("state", "active").append("dueAt", new Date(i)));
        }
        learners.insertOne(
                new Document("_id", "paused").append("state", "paused").append("dueAt", new Date(0)));
        learners.insertOne(new Document("_id", "undated").append("state", "active"));
        Set<Object> claimed = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            running.add(threads.submit(() -> {
                Document one;
                while ((one = claim()) != null) {
                    assertThat(claimed.add(one.get("_id"))).as("claimed twice").isTrue();
                }
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdown();
        assertThat(claimed).hasSize(due);
    }

    private Document claim() {
        return learners.findOneAndUpdate(
                new Document("state", "active").append("dueAt", new Document("$lte", new Date(1_000))),
                new Document("$set", new Document("dueAt", new Date(9_000))),
                new FindOneAndUpdateOptions().sort(new Document("dueAt", 1)).returnDocument(ReturnDocument.AFTER));
    }

    @Test
    void ofManyConcurrentInsertsOfOneKeyOneIsAccepted() throws Exception {
        learners.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            attempts.add(threads.submit(() -> {
                try {
                    learners.insertOne(new Document("email", "ada@example.org"));
                    return true;
                } catch (MongoWriteException e) {
                    assertThat(e.getError().getCode()).isEqualTo(11000);
                    return false;
                }
            }));
        }
        int accepted = 0;
        for (Future<Boolean> attempt : attempts) {
            accepted += attempt.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(accepted).isOne();
        assertThat(learners.countDocuments()).isOne();
    }

    @Test
    void aSparseUniqueIndexAdmitsAnyNumberOfDocumentsWithoutTheField() {
        learners.createIndex(
                Indexes.ascending("badgeId"), new IndexOptions().unique(true).sparse(true));
        learners.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
        learners.insertOne(new Document("_id", 3).append("badgeId", "b"));
        assertThatThrownBy(() -> learners.insertOne(new Document("badgeId", "b")))
                .hasMessageContaining("E11000");
        assertThatThrownBy(() ->
                        learners.updateOne(new Document("_id", 1), new Document("$set", new Document("badgeId", "b"))))
                .hasMessageContaining("E11000");
        learners.updateOne(new Document("_id", 3), new Document("$unset", new Document("badgeId", "")));
        learners.updateOne(new Document("_id", 1), new Document("$set", new Document("badgeId", "b")));
        assertThat(learners.find(new Document("badgeId", null))).hasSize(2);
        assertThat(learners.find(new Document("badgeId", "b"))).hasSize(1);
    }

    @Test
    void aUniqueIndexIntoAnArrayComparesDocumentsNotElements() {
        learners.createIndex(
                Indexes.ascending("outbox.id"), new IndexOptions().unique(true).sparse(true));
        learners.insertOne(new Document("_id", 1).append("outbox", List.of(outbox("a"), outbox("a"), outbox("b"))));
        learners.insertOne(new Document("_id", 2).append("outbox", List.of()));
        learners.insertOne(new Document("_id", 3).append("outbox", List.of()));
        assertThatThrownBy(() -> learners.insertOne(new Document("outbox", List.of(outbox("c"), outbox("b")))))
                .hasMessageContaining("E11000");
        learners.updateOne(new Document("_id", 1), new Document("$pull", new Document("outbox", outbox("b"))));
        learners.insertOne(new Document("_id", 4).append("outbox", List.of(outbox("b"))));
        assertThat(learners.find(new Document("outbox.id", "b")).first()).containsEntry("_id", 4);
    }

    private static Document outbox(String id) {
        return new Document("id", id);
    }

    @Test
    void anIndexOverDocumentsThatViolateItIsNotCreated() {
        learners.insertMany(List.of(new Document("email", "a"), new Document("email", "a")));
        assertThatThrownBy(() -> learners.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true)))
                .hasMessageContaining("E11000");
        assertThat(learners.listIndexes()).hasSize(1);
    }

    @Test
    void anIndexIsNotCreatedAgainWithOtherOptions() {
        learners.createIndex(Indexes.ascending("email"));
        learners.createIndex(Indexes.ascending("email"));
        assertThatThrownBy(() -> learners.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true)))
                .isInstanceOf(MongoCommandException.class);
        assertThatThrownBy(() -> learners.createIndex(Indexes.ascending("email"), new IndexOptions().name("other")))
                .isInstanceOf(MongoCommandException.class);
    }

    @Test
    void aDroppedIndexNoLongerBinds() {
        learners.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
        learners.insertOne(new Document("email", "a"));
        learners.dropIndex("email_1");
        learners.insertOne(new Document("email", "a"));
        assertThat(learners.find(new Document("email", "a"))).hasSize(2);
    }

    @Test
    void anOrderedInsertEndsAtItsFirstErrorAndSaysHowMuchIsWritten() {
        List<Document> documents = List.of(new Document("_id", 1), new Document("_id", 1), new Document("_id", 2));
        assertThatThrownBy(() -> learners.insertMany(documents))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteResult().getInsertedCount()).isOne());
        assertThat(learners.countDocuments()).isOne();
        assertThatThrownBy(() -> learners.insertMany(documents, new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteResult().getInsertedCount()).isOne());
        assertThat(learners.countDocuments()).isEqualTo(2);
    }

    @Test
    void anOrderedUpdateEndsAtItsFirstError() {
        learners.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
        learners.insertMany(
                List.of(new Document("_id", 1).append("email", "a"), new Document("_id", 2).append("email", "b")));
        assertThatThrownBy(() -> learners.bulkWrite(List.of(setEmail(1, "c"), setEmail(2, "c"), setEmail(3, "d"))))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteErrors().get(0).getIndex()).isEqualTo(1);
                    assertThat(e.getWriteResult().getModifiedCount()).isOne();
                });
        assertThat(learners.find(new Document("_id", 3))).isEmpty();
    }

    private static UpdateOneModel<Document> setEmail(int id, String email) {
        return new UpdateOneModel<>(
                new Document("_id", id),
                new Document("$set", new Document("email", email)),
                new UpdateOptions().upsert(true));
    }

    @Test
    void twoConditionsMayHoldForTwoElementsOfAnIndexedArray() {
        learners.createIndex(Indexes.ascending("rows.p", "rows.q"));
        learners.insertOne(new Document("_id", 1)
                .append("rows", List.of(new Document("p", 1).append("q", 9), new Document("p", 8).append("q", 2))));
        assertThat(learners.find(new Document("rows.p", 1).append("rows.q", 2))).hasSize(1);
        assertThat(learners.find(new Document("rows.p", 1).append("rows.q", 3))).isEmpty();
    }

    @Test
    void anAggregationReadsOnlyAndMatchesFirst() {
        learners.createIndex(Indexes.ascending("team"));
        for (int i = 0; i < 10; i++) {
            learners.insertOne(new Document("_id", i).append("team", i % 2).append("n", new Document("x", i)));
        }
        List<Document> pipeline = List.of(
                new Document("$match", new Document("team", 1)),
                new Document("$addFields", new Document("n", new Document("y", "$_id").append("x", 0))),
                new Document("$group", new Document("_id", "$team").append("all", new Document("$sum", "$n.y"))));
        assertThat(learners.aggregate(pipeline)).containsExactly(new Document("_id", 1).append("all", 25));
        assertThat(learners.find(new Document("n.x", 7))).hasSize(1);
        assertThat(learners.find(new Document("n.y", 7))).isEmpty();
    }

    @Test
    void anAggregationMayReplaceACollection() {
        learners.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
        mongo.collection("copy").insertOne(new Document("_id", "old"));
        learners.aggregate(List.of(new Document("$out", "copy"))).toCollection();
        assertThat(mongo.collection("copy").find().map(one -> one.get("_id"))).containsExactlyInAnyOrder(1, 2);
        mongo.collection("copy").insertOne(new Document("_id", 3));
        assertThat(mongo.database().listCollectionNames()).contains("copy").noneMatch(name -> name.startsWith("_tmp"));
    }

    @Test
    void numbersAreEqualWhateverTheirType() {
        learners.createIndex(Indexes.ascending("n"));
        learners.insertMany(List.of(new Document("_id", 1).append("n", 5), new Document("_id", 2L).append("n", 5.0)));
        assertThat(learners.find(new Document("n", 5L))).hasSize(2);
        assertThat(learners.find(new Document("_id", 2.0))).hasSize(1);
        assertThatThrownBy(() -> learners.insertOne(new Document("_id", 1.0))).hasMessageContaining("E11000");
    }

    @Test
    void aLongResultArrivesInBatches() {
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(new Document("_id", i));
        }
        learners.insertMany(many);
        assertThat(learners.find().batchSize(10).sort(new Document("_id", -1)).map(one -> one.getInteger("_id")))
                .hasSize(1000)
                .startsWith(999, 998)
                .endsWith(0);
    }

    @Test
    void aDroppedDatabaseIsEmptyAndUsable() {
        learners.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
        learners.insertOne(new Document("_id", 1).append("email", "a"));
        mongo.database().drop();
        assertThat(learners.find()).isEmpty();
        learners.insertOne(new Document("_id", 1).append("email", "a"));
        learners.insertOne(new Document("_id", 2).append("email", "a"));
        assertThat(learners.countDocuments()).isEqualTo(2);
    }
}
