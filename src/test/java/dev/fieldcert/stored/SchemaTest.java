package dev.fieldcert.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.fieldcert.local.store.EmbeddedMongo;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-09T08:00:00Z"), ZoneOffset.UTC);

    private final EmbeddedMongo server = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(server.uri("test"));
    private final MongoDatabase database = client.getDatabase("test");

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private void start() {
        new Schema(database, CLOCK, List.of(new NamesToCodes()));
    }

    private Document schema() {
        return database.getCollection("schema").find().first();
    }

    @Test
    void aNewDatabaseGetsTheVersionBeforeItsFirstCollection() {
        start();

        assertThat(schema())
                .isEqualTo(new Document("_id", "schema")
                        .append("version", Schema.VERSION)
                        .append("at", Date.from(CLOCK.instant())));
        assertThat(database.listCollectionNames()).containsExactly("schema");
    }

    @Test
    void aDatabaseOfANewerReleaseIsRefusedWithOneSentence() {
        database.getCollection("schema").insertOne(new Document("_id", "schema").append("version", Schema.VERSION + 1));

        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The database has schema 3, and this release knows schemas up to 2: start the newer release"
                        + " that wrote it, or restore a backup from before it.");
        assertThat(schema().getInteger("version")).isEqualTo(Schema.VERSION + 1);
    }

    @Test
    void aDatabaseThatIsUpToDateIsLeftAlone() {
        start();
        database.getCollection("learners").insertOne(new Document("_id", "U0ADA").append("state", "NEW"));

        start();

        assertThat(database.getCollection("learners").find().first().getString("state"))
                .isEqualTo("NEW");
    }

    @Test
    void whatEarlierReleasesKeptAndNobodyReadsIsDropped() {
        start();
        for (String name : List.of("digests", "round_ups_said", "learners")) {
            database.getCollection(name).insertOne(new Document("_id", "U0ADA"));
        }

        start();

        assertThat(database.listCollectionNames()).containsExactlyInAnyOrder("schema", "learners");
    }

    @Test
    void aDatabaseFromBeforeVersionsIsMigrated() {
        database.getCollection("learners").insertOne(before());
        database.getCollection("escalations")
                .insertOne(
                        new Document("_id", "s1").append("why", "REVIEWER_LEFT").append("kind_", "escalation"));
        database.getCollection("audit").insertOne(new Document("_id", "a1").append("why", "NO_ANSWER"));

        start();

        assertThat(database.getCollection("learners").find().first()).isEqualTo(after());
        assertThat(database.getCollection("escalations").find().first().getString("why"))
                .isEqualTo("reviewer-left");
        assertThat(database.getCollection("audit").find().first().getString("why"))
                .as("what somebody wrote")
                .isEqualTo("NO_ANSWER");
        assertThat(schema().getInteger("version")).isEqualTo(2);
    }

    @Test
    void aMigrationThatWasStoppedIsBegunAgain() {
        database.getCollection("learners").insertMany(List.of(after(), before().append("_id", "U0MEI")));

        start();

        assertThat(database.getCollection("learners").find().into(new ArrayList<>()))
                .containsExactlyInAnyOrder(after(), after().append("_id", "U0MEI"));
    }

    @Test
    void whatStopsAMigrationLeavesTheVersionBehind() {
        database.getCollection("learners").insertOne(before());
        Migration broken = new Migration() {
            @Override
            public int from() {
                return 1;
            }

            @Override
            public long migrate(MongoDatabase migrated) {
                throw new IllegalStateException("The disk is full");
            }
        };

        assertThatThrownBy(() -> new Schema(database, CLOCK, List.of(broken))).hasMessage("The disk is full");
        assertThat(schema()).isNull();
    }

    private static Document before() {
        return new Document("_id", "U0ADA")
                .append("completions", List.of("ci award-1 2026-01-09T08:00:00.120Z 2026-02-09T08:00:00Z 0.923 v1"))
                .append(
                        "courses",
                        new Document(
                                "forecasting",
                                new Document("objectives", new Document("o1", new Document("state", "LEARNT")))
                                        .append(
                                                "attempt",
                                                new Document("kind", "TEST_OUT")
                                                        .append(
                                                                "items",
                                                                List.of(new Document("confidence", "CERTAIN")
                                                                        .append(
                                                                                "answer",
                                                                                List.of("written", "NO_WAY")))))))
                .append(
                        "contact",
                        new Document("lastSent", "ASSIGNMENT_RETURNED")
                                .append("reminders", new Document("ci|a3-x~y:2", new Document("count", 1)))
                                .append(
                                        "opened",
                                        new Document("ci|a3-x~y:2", new Date(1))
                                                .append("ci|assignment:o1:2", new Date(2))
                                                .append("ci|check:3", new Date(3))
                                                .append("ci|lesson:o1", new Date(4))
                                                .append("ci|review:1790000000", new Date(5))
                                                .append("ci|test-out", new Date(6)))
                                .append("mentioned", List.of("ci@2026-12-24:7", "ci@2026-12-24:later-asked:answered")))
                .append(
                        "shown",
                        new Document(
                                "screen",
                                new Document("work", new Document("kind", "CHECK").append("_id", "ci|check:3"))))
                .append("kind_", "learner");
    }

    private static Document task(String step, String of, long number) {
        Document task = new Document("course", "ci").append("step", step);
        return (of == null ? task : task.append("of", of)).append("number", number);
    }

    private static Document known(Document task, long opened) {
        return new Document("_id", task).append("openedAt", new Date(opened));
    }

    private static Document after() {
        Document due = new Document("course", "ci").append("due", "2026-12-24");
        return new Document("_id", "U0ADA")
                .append(
                        "completions",
                        List.of(new Document("course", "ci")
                                .append("award", "award-1")
                                .append("enrolledAt", Date.from(Instant.parse("2026-01-09T08:00:00.120Z")))
                                .append("completedAt", Date.from(Instant.parse("2026-02-09T08:00:00Z")))
                                .append("score", 0.923)
                                .append("version", "v1")))
                .append(
                        "courses",
                        new Document(
                                "forecasting",
                                new Document("objectives", new Document("o1", new Document("state", "learned")))
                                        .append(
                                                "attempt",
                                                new Document("kind", "test-out")
                                                        .append(
                                                                "items",
                                                                List.of(new Document("confidence", "certain")
                                                                        .append(
                                                                                "answer",
                                                                                List.of("written", "NO_WAY")))))))
                .append(
                        "contact",
                        new Document("lastSent", "assignment-returned")
                                .append(
                                        "mentioned",
                                        List.of(
                                                new Document(due).append("what", "seven-days"),
                                                new Document(due).append("what", "later-answered")))
                                .append(
                                        "tasks",
                                        List.of(
                                                known(task("question", "a3-x.y", 2), 1)
                                                        .append("reminders", new Document("count", 1)),
                                                known(task("assignment", "o1", 2), 2),
                                                known(task("check", null, 3), 3),
                                                known(task("lesson", "o1", 0), 4),
                                                known(task("review", null, 1790000000L), 5),
                                                known(task("test-out", null, 0), 6))))
                .append(
                        "shown",
                        new Document(
                                "screen",
                                new Document(
                                        "work", new Document("kind", "check").append("_id", task("check", null, 3)))))
                .append("kind_", "learner");
    }
}
