package dev.fieldcert.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandTest {

    @TempDir
    Path temp;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Path data;

    @BeforeAll
    static void quietly() {
        QuietLogs.on();
    }

    @BeforeEach
    void aFolder() {
        data = temp.resolve("data");
    }

    private int run(String... args) {
        out.reset();
        return StoreCommand.run(args, data, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String command() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void fill(MongoDatabase database) {
        List<Document> learners = IntStream.range(0, 1_234)
                .mapToObj(i -> new Document("name", "n" + i)
                        .append("_id", "U" + i)
                        .append("version", (long) i)
                        .append("score", i / 7.0)
                        .append("at", new Date(1_700_000_000_000L + i))
                        .append("exact", Decimal128.parse("0.10"))
                        .append("bytes", new Binary(new byte[] {1, 2, (byte) i}))
                        .append("outbox", List.of(new Document("_id", "o" + i).append("nothing", null))))
                .toList();
        database.getCollection("learners").insertMany(learners);
        database.getCollection("learners")
                .createIndex(
                        Indexes.ascending("at"),
                        new IndexOptions().name("next-contact").sparse(true));
        database.getCollection("awards").insertOne(new Document("_id", 1).append("badge", "b"));
        database.getCollection("awards")
                .createIndex(
                        Indexes.compoundIndex(Indexes.ascending("badge"), Indexes.descending("at")),
                        new IndexOptions().name("once").unique(true));
    }

    private void fillTheStore() {
        try (EmbeddedMongo mongo = EmbeddedMongo.open(data.resolve("mongo"));
                MongoClient client = MongoClients.create(mongo.uri("fieldcert"))) {
            fill(client.getDatabase("fieldcert"));
        }
    }

    private static List<Document> all(MongoDatabase database, String collection) {
        return database.getCollection(collection)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    @Test
    void aRunningBotWritesTheBackupItself() {
        Path backup = temp.resolve("backup.mv");
        try (EmbeddedMongo mongo = EmbeddedMongo.open(data.resolve("mongo"));
                MongoClient client = MongoClients.create(mongo.uri("fieldcert"))) {
            fill(client.getDatabase("fieldcert"));

            assertThat(run("backup", backup.toString())).as(command()).isZero();
        }
        data = temp.resolve("elsewhere");
        assertThat(run("restore", backup.toString())).as(command()).isZero();
        try (EmbeddedMongo mongo = EmbeddedMongo.open(data.resolve("mongo"));
                MongoClient client = MongoClients.create(mongo.uri("fieldcert"))) {
            assertThat(all(client.getDatabase("fieldcert"), "learners")).hasSize(1_234);
        }
    }

    @Test
    void aRunningBotsRefusalIsToldToWhoeverAsked() throws Exception {
        Path backup = Files.createFile(temp.resolve("backup.mv"));
        try (EmbeddedMongo mongo = EmbeddedMongo.open(data.resolve("mongo"))) {
            assertThat(mongo.fileSize()).isPositive();

            assertThat(run("backup", backup.toString())).isEqualTo(1);
            assertThat(command()).contains("exists already");
        }
    }

    @Test
    void aStoppedBotIsBackedUpByTheCommand() {
        fillTheStore();

        assertThat(run("backup", temp.resolve("backup.mv").toString()))
                .as(command())
                .isZero();
        assertThat(temp.resolve("backup.mv")).exists();
    }

    @Test
    void nobodyAnsweringIsNotABackup() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> BackupRequests.ask(temp, temp.resolve("backup.mv"), Duration.ofMillis(50))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no backup was confirmed");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void migratingCopiesEveryDocumentAndIndex() {
        fillTheStore();
        try (EmbeddedMongo target = EmbeddedMongo.inMemory();
                MongoClient client = MongoClients.create(target.uri("fieldcert"))) {
            assertThat(run("migrate", target.uri("moved"))).as(command()).isZero();

            assertThat(command()).contains("Nothing changed on the way").contains("learners", "1234");
            MongoDatabase moved = client.getDatabase("moved");
            List<Document> arrived = all(moved, "learners");
            try (EmbeddedMongo source = EmbeddedMongo.open(data.resolve("mongo"));
                    MongoClient before = MongoClients.create(source.uri("fieldcert"))) {
                assertThat(arrived).isEqualTo(all(before.getDatabase("fieldcert"), "learners"));
            }
            assertThat(moved.getCollection("learners").listIndexes().into(new ArrayList<>()))
                    .anyMatch(index ->
                            index.getString("name").equals("next-contact") && index.getBoolean("sparse", false));
            assertThat(moved.getCollection("awards").listIndexes().into(new ArrayList<>()))
                    .anyMatch(index -> index.getString("name").equals("once") && index.getBoolean("unique", false));
        }
    }

    @Test
    void migratingIntoADatabaseInUseCopiesNothing() {
        fillTheStore();
        try (EmbeddedMongo target = EmbeddedMongo.inMemory();
                MongoClient client = MongoClients.create(target.uri("moved"))) {
            client.getDatabase("moved").getCollection("learners").insertOne(new Document("_id", "somebody"));

            assertThat(run("migrate", target.uri("moved"))).isEqualTo(1);

            assertThat(command()).contains("nothing was copied");
            assertThat(all(client.getDatabase("moved"), "learners")).hasSize(1);
            assertThat(all(client.getDatabase("moved"), "awards")).isEmpty();
        }
    }

    @Test
    void aMongoThatIsAwayIsSaidToBe() {
        fillTheStore();

        assertThat(run("migrate", "mongodb://127.0.0.1:1/moved?serverSelectionTimeoutMS=200"))
                .isEqualTo(1);

        assertThat(command()).contains("does not answer").doesNotContain("ServerDescription");
    }

    @Test
    void aRunningBotIsNotMigrated() {
        try (EmbeddedMongo mongo = EmbeddedMongo.open(data.resolve("mongo"))) {
            assertThat(run("migrate", mongo.uri("moved"))).isEqualTo(1);
            assertThat(command()).contains("stop it first");
        }
    }

    @Test
    void withoutAStoreThereIsNothingToCopy() {
        assertThat(run("backup", temp.resolve("b").toString())).isEqualTo(1);
        assertThat(command()).contains("no store");
        assertThat(run("backup")).isEqualTo(2);
    }
}
