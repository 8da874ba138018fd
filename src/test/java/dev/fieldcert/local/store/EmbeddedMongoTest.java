package dev.fieldcert.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoTest {
    @TempDir
    Path temp;

    @BeforeAll
    static void quietly() {
        QuietLogs.on();
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() {
        Path folder = temp.resolve("not/there/yet");
        withCollection(folder, learners -> {
            learners.createIndex(Indexes.ascending("team"));
            learners.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
            learners.insertOne(new Document("_id", 1).append("team", "red").append("email", "a"));
        });
        withCollection(folder, learners -> {
            assertThat(learners.find(new Document("team", "red"))).hasSize(1);
            assertThat(learners.listIndexes().map(index -> index.getString("name")))
                    .containsExactlyInAnyOrder("_id_", "team_1", "email_1");
            assertThatThrownBy(() -> learners.insertOne(new Document("email", "a")))
                    .hasMessageContaining("E11000");
        });
    }

    @Test
    void aStoreThatTheLibraryClosedIsOpenedAgainWithWhatWasAcknowledged() {
        try (EmbeddedMongo mongo = EmbeddedMongo.open(temp);
                MongoClient client = MongoClients.create(mongo.uri("test"))) {
            MongoCollection<Document> learners = client.getDatabase("test").getCollection("learners");
            learners.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
            learners.insertOne(new Document("_id", 1).append("email", "a"));

            mongo.breaks();

            learners.insertOne(new Document("_id", 2).append("email", "b"));
            assertThatThrownBy(() -> learners.insertOne(new Document("email", "a")))
                    .hasMessageContaining("E11000");
            assertThatThrownBy(() -> EmbeddedMongo.open(temp)).isInstanceOf(StoreException.class);
        }
        withCollection(temp, learners -> assertThat(learners.countDocuments()).isEqualTo(2));
    }

    @Test
    void helloIsAnsweredByAWritablePrimary() {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
                MongoClient client = MongoClients.create(mongo.uri("test"))) {
            Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
            assertThat(hello).containsEntry("isWritablePrimary", true).containsEntry("ok", 1.0);
        }
    }

    @Test
    void onlyThisMachineCanConnect() throws IOException {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory()) {
            String uri = mongo.uri("fieldcert");
            assertThat(uri).matches("mongodb://127\\.0\\.0\\.1:\\d+/fieldcert");
            int port = Integer.parseInt(uri.replaceAll(".*:(\\d+)/.*", "$1"));
            assertThatThrownBy(() -> connect("127.0.0.2", port)).isInstanceOf(IOException.class);
            connect("127.0.0.1", port);
        }
    }

    private static void connect(String host, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 1000);
        }
    }

    @Test
    void aFolderIsOpenedOnce() {
        try (EmbeddedMongo first = EmbeddedMongo.open(temp)) {
            assertThat(first.uri("x")).isNotBlank();
            assertThatThrownBy(() -> EmbeddedMongo.open(temp))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("The store in " + temp
                            + " is in use by another FieldCert process; stop that one, or choose another folder.");
        }
        EmbeddedMongo.open(temp).close();
    }

    @Test
    void aFileThatIsMostlyGapsIsShrunkWhenItIsOpened() {
        File file = temp.resolve(StoreFile.NAME).toFile();
        List<Document> expected = new ArrayList<>();
        withCollection(temp, learners -> {
            learners.createIndex(Indexes.ascending("round"));
            // How soon the store uses a gap again depends on how fast it is written to.
            for (int round = 0; round < 50 || file.length() <= 5_000_000; round++) {
                assertThat(round).isLessThan(1_000);
                expected.clear();
                for (int i = 0; i < 20; i++) {
                    Document learner =
                            new Document("_id", i).append("round", round).append("text", "x".repeat(6000));
                    learners.replaceOne(new Document("_id", i), learner, new ReplaceOptions().upsert(true));
                    expected.add(learner);
                }
            }
        });
        Object lastRound = expected.get(0).get("round");
        withCollection(temp, learners -> {
            assertThat(learners.find(new Document("round", lastRound))).containsExactlyElementsOf(expected);
            learners.insertOne(new Document("_id", "after"));
        });
        assertThat(file.length()).isLessThan(1_000_000);
        withCollection(temp, learners -> assertThat(learners.countDocuments()).isEqualTo(21));
    }

    @Test
    void anEmptyFileIsNotTakenForAnEmptyStore() throws IOException {
        Files.createFile(temp.resolve(StoreFile.NAME));
        assertThatDamageIsReported();
    }

    @Test
    void aFileOfSomethingElseIsNotTakenForAStore() throws IOException {
        Files.writeString(temp.resolve(StoreFile.NAME), "not a store ".repeat(5000));
        assertThatDamageIsReported();
    }

    @Test
    void aStoreOfSomebodyElseIsNotTakenForOurs() {
        try (var other = StoreFile.builder(temp.resolve(StoreFile.NAME)).open()) {
            other.openMap("theirs").put("a", "b");
            other.commit();
        }
        assertThatDamageIsReported();
    }

    @Test
    void aFileCutShortIsReported() throws IOException {
        fill(temp);
        try (RandomAccessFile file =
                new RandomAccessFile(temp.resolve(StoreFile.NAME).toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        assertThatThrownBy(() -> EmbeddedMongo.open(temp))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has lost changes that it had acknowledged");
    }

    @Test
    void anOlderCopyOfTheFileIsReportedUntilItIsAccepted() throws IOException {
        EmbeddedMongo.open(temp).close();
        Path old = Files.copy(temp.resolve(StoreFile.NAME), temp.resolve("old"));
        fill(temp);
        Files.copy(old, temp.resolve(StoreFile.NAME), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> EmbeddedMongo.open(temp))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("delete " + temp.resolve("fieldcert.lock") + " to go on without them");
        Files.delete(temp.resolve("fieldcert.lock"));
        withCollection(temp, learners -> assertThat(learners.countDocuments()).isZero());
    }

    @Test
    void aFolderWhoseFileWasMovedAwayStartsEmpty() throws IOException {
        fill(temp);
        Files.move(temp.resolve(StoreFile.NAME), temp.resolve("moved"));
        withCollection(temp, learners -> assertThat(learners.countDocuments()).isZero());
    }

    @Test
    void aFileOverwrittenInTheMiddleIsReported() throws IOException {
        fill(temp);
        try (RandomAccessFile file =
                new RandomAccessFile(temp.resolve(StoreFile.NAME).toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write(new byte[64 << 10]);
        }
        assertThatDamageIsReported();
    }

    private void assertThatDamageIsReported() {
        assertThatThrownBy(() -> EmbeddedMongo.open(temp))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "The store " + temp.resolve(StoreFile.NAME)
                                + " is damaged or not a FieldCert store; restore a backup, or move the file away to start empty.");
    }

    private static void fill(Path folder) {
        withCollection(folder, learners -> {
            List<Document> many = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                many.add(new Document("_id", i).append("text", "x".repeat(1000)));
            }
            learners.insertMany(many);
        });
    }

    @FunctionalInterface
    private interface Use {
        void of(MongoCollection<Document> collection);
    }

    private static void withCollection(Path folder, Use use) {
        try (EmbeddedMongo mongo = EmbeddedMongo.open(folder);
                MongoClient client = MongoClients.create(mongo.uri("test"))) {
            use.of(client.getDatabase("test").getCollection("learners"));
        }
    }
}
