package dev.fieldcert.local.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    Path temp;

    @BeforeAll
    static void quietly() {
        QuietLogs.on();
    }

    /**
     * Two writers each add to "first", then to "second", the numbers 0, 1, 2 … A consistent prefix has, per writer, all
     * numbers up to some n in "first", and up to n or n - 1 in "second".
     */
    @Test
    void aBackupDuringWritesIsOneInstantOfThem() throws Exception {
        int writers = 2;
        List<Path> backups = new ArrayList<>();
        List<List<Integer>> acknowledgedBefore = new ArrayList<>();
        try (EmbeddedMongo mongo = EmbeddedMongo.open(temp.resolve("running"), Duration.ofMillis(5));
                MongoClient client = MongoClients.create(mongo.uri("test"))) {
            MongoDatabase database = client.getDatabase("test");
            database.getCollection("first").createIndex(Indexes.ascending("n"));
            database.getCollection("second").createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
            AtomicBoolean stop = new AtomicBoolean();
            int[] acknowledged = new int[writers];
            CountDownLatch begun = new CountDownLatch(writers);
            ExecutorService threads = Executors.newFixedThreadPool(writers);
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int own = writer;
                running.add(threads.submit(() -> write(database, own, stop, begun, acknowledged)));
            }
            begun.await();
            for (int i = 0; i < 5; i++) {
                List<Integer> before = new ArrayList<>();
                for (int writer = 0; writer < writers; writer++) {
                    synchronized (acknowledged) {
                        before.add(acknowledged[writer]);
                    }
                }
                acknowledgedBefore.add(before);
                backups.add(temp.resolve("backup-" + i));
                mongo.backup(backups.get(i));
            }
            stop.set(true);
            for (Future<?> one : running) {
                one.get();
            }
            threads.shutdown();
        }
        for (int i = 0; i < backups.size(); i++) {
            Path folder = temp.resolve("restored-" + i);
            EmbeddedMongo.restore(backups.get(i), folder);
            assertOneInstant(folder, acknowledgedBefore.get(i));
        }
    }

    private static void write(
            MongoDatabase database, int writer, AtomicBoolean stop, CountDownLatch begun, int[] acknowledged) {
        for (int n = 0; !stop.get(); n++) {
            database.getCollection("first").insertOne(numbered(writer, n));
            database.getCollection("second").insertOne(numbered(writer, n));
            synchronized (acknowledged) {
                acknowledged[writer] = n + 1;
            }
            if (n == 20) {
                begun.countDown();
            }
        }
    }

    private static Document numbered(int writer, int n) {
        return new Document("_id", writer + "/" + n)
                .append("writer", writer)
                .append("n", n)
                .append("key", writer + "-" + n)
                .append("text", "x".repeat(2000));
    }

    private static void assertOneInstant(Path folder, List<Integer> acknowledgedBefore) {
        try (EmbeddedMongo mongo = EmbeddedMongo.open(folder);
                MongoClient client = MongoClients.create(mongo.uri("test"))) {
            MongoCollection<Document> first = client.getDatabase("test").getCollection("first");
            MongoCollection<Document> second = client.getDatabase("test").getCollection("second");
            for (int writer = 0; writer < acknowledgedBefore.size(); writer++) {
                List<Integer> inFirst = numbers(first, writer);
                List<Integer> inSecond = numbers(second, writer);
                assertThat(inFirst).isEqualTo(upTo(inFirst.size()));
                assertThat(inSecond).isEqualTo(upTo(inSecond.size()));
                assertThat(inFirst.size() - inSecond.size()).isBetween(0, 1);
                assertThat(inSecond).hasSizeGreaterThanOrEqualTo(acknowledgedBefore.get(writer));
            }
            assertThatThrownBy(() -> second.insertOne(new Document("key", "0-0")))
                    .hasMessageContaining("E11000");
        }
    }

    private static List<Integer> numbers(MongoCollection<Document> collection, int writer) {
        return collection
                .find(new Document("writer", writer))
                .sort(new Document("n", 1))
                .map(document -> document.getInteger("n"))
                .into(new ArrayList<>());
    }

    private static List<Integer> upTo(int end) {
        List<Integer> numbers = new ArrayList<>();
        for (int n = 0; n < end; n++) {
            numbers.add(n);
        }
        return numbers;
    }

    @Test
    void aBackupIsNotRestoredOverAStore() {
        Path backup = backupOfOneDocument();
        EmbeddedMongo.open(temp.resolve("used")).close();
        assertThatThrownBy(() -> EmbeddedMongo.restore(backup, temp.resolve("used")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has a store already");
    }

    @Test
    void aBackupIsNotWrittenOverAFile() throws IOException {
        Path file = Files.writeString(temp.resolve("mine"), "mine");
        try (EmbeddedMongo mongo = EmbeddedMongo.open(temp.resolve("store"))) {
            assertThatThrownBy(() -> mongo.backup(file)).isInstanceOf(StoreException.class);
        }
        assertThat(file).hasContent("mine");
    }

    @Test
    void aDamagedBackupIsNotRestored() throws IOException {
        Path backup = backupOfOneDocument();
        byte[] bytes = Files.readAllBytes(backup);
        for (int i = 8192; i < bytes.length; i++) {
            bytes[i] = 0;
        }
        Files.write(backup, bytes);
        assertThatThrownBy(() -> EmbeddedMongo.restore(backup, temp.resolve("target")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged");
        assertThat(temp.resolve("target").resolve(StoreFile.NAME)).doesNotExist();
    }

    /** The library opens a file that was cut short at the last version it can read. */
    @Test
    void aBackupThatWasCutShortIsNotRestored() throws IOException {
        byte[] whole = Files.readAllBytes(backupOfSomeCollections());
        Path cut = temp.resolve("cut");
        for (int length = whole.length - 512; length > 0; length -= 4096) {
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> EmbeddedMongo.restore(cut, temp.resolve("target")))
                    .as("%d of %d", length, whole.length)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("damaged");
            assertThat(temp.resolve("target")).isEmptyDirectory();
        }
    }

    @Test
    void aBackupOfWhichALetterChangedIsNotRestored() throws IOException {
        Path backup = backupOfSomeCollections();
        byte[] bytes = Files.readAllBytes(backup);
        int letter = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("number 17");
        bytes[letter + 8] = '8';
        Files.write(backup, bytes);

        assertThatThrownBy(() -> EmbeddedMongo.restore(backup, temp.resolve("target")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged");
    }

    private Path backupOfSomeCollections() {
        Path backup = temp.resolve("several");
        try (EmbeddedMongo mongo = EmbeddedMongo.open(temp.resolve("many"));
                MongoClient client = MongoClients.create(mongo.uri("test"))) {
            for (String name : List.of("answers", "inbox", "learners")) {
                for (int i = 0; i < 50; i++) {
                    client.getDatabase("test")
                            .getCollection(name)
                            .insertOne(new Document("_id", i).append("text", name + " number " + i));
                }
            }
            mongo.backup(backup);
        }
        return backup;
    }

    @Test
    void aBackupReplacesAStoreThatWasMovedAway() throws IOException {
        Path backup = backupOfOneDocument();
        Path folder = temp.resolve("one");
        try (EmbeddedMongo mongo = EmbeddedMongo.open(folder);
                MongoClient client = MongoClients.create(mongo.uri("test"))) {
            for (int i = 0; i < 20; i++) {
                client.getDatabase("test").getCollection("c").insertOne(new Document("_id", "later" + i));
            }
        }
        Files.delete(folder.resolve(StoreFile.NAME));
        EmbeddedMongo.restore(backup, folder);
        try (EmbeddedMongo mongo = EmbeddedMongo.open(folder);
                MongoClient client = MongoClients.create(mongo.uri("test"))) {
            assertThat(client.getDatabase("test").getCollection("c").find()).containsExactly(new Document("_id", 1));
        }
    }

    private Path backupOfOneDocument() {
        Path backup = temp.resolve("backup");
        try (EmbeddedMongo mongo = EmbeddedMongo.open(temp.resolve("one"));
                MongoClient client = MongoClients.create(mongo.uri("test"))) {
            client.getDatabase("test").getCollection("c").insertOne(new Document("_id", 1));
            mongo.backup(backup);
        }
        return backup;
    }
}
