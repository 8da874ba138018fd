package dev.fieldcert.local.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * Prints how fast the embedded store is with documents the size of a learner's state. Times are those of the driver, with
 * the way through the loopback; writes are on disk when they count.
 */
final class EmbeddedMongoBenchmark {
    private static final int WARM_UP = 300;
    private static final int SAMPLES = 1000;
    private static final int INSERTS = 1000;

    private final Random random = new Random(7);

    public static void main(String[] args) throws Exception {
        QuietLogs.on();
        int[] sizes = args.length > 0
                ? Arrays.stream(args).mapToInt(Integer::parseInt).toArray()
                : new int[] {1_000, 10_000, 100_000};
        System.out.printf(
                "Java %s, %d processors, heap up to %d MB, %d bytes a document%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                size(new EmbeddedMongoBenchmark().learner(500)));
        List<String[]> columns = new ArrayList<>();
        for (int documents : sizes) {
            columns.add(new EmbeddedMongoBenchmark().measure(documents));
        }
        String[] rows = {
            "documents",
            "by _id: median / p99 ms",
            "update by _id and version: median / p99 ms",
            "indexed equality (10 found): median / p99 ms",
            "due, range + sort + limit 1: median / p99 ms",
            "claim of one due (findAndModify): median / p99 ms",
            "no index (full scan): median / p99 ms",
            "inserts/s, 1 writer",
            "inserts/s, 8 writers",
            "open with rebuild of 3 indexes, ms",
            "open that also shrinks the file, ms",
            "file after loading, MB",
            "file after measuring, MB",
            "file after reopening, MB",
        };
        for (int row = 0; row < rows.length; row++) {
            System.out.print("| " + rows[row]);
            for (String[] column : columns) {
                System.out.print(" | " + column[row]);
            }
            System.out.println(" |");
        }
    }

    private String[] measure(int documents) throws Exception {
        Path folder = Files.createTempDirectory("fieldcert-benchmark");
        List<String> column = new ArrayList<>(List.of(Integer.toString(documents)));
        String loaded = load(folder, documents);
        long opening = System.nanoTime();
        try (EmbeddedMongo mongo = EmbeddedMongo.open(folder);
                MongoClient client = MongoClients.create(mongo.uri("bench"))) {
            String rebuilt = millisSince(opening);
            MongoCollection<Document> learners = client.getDatabase("bench").getCollection("learners");
            measureQueries(learners, documents, column);
            column.add(insertsPerSecond(learners, 1));
            column.add(insertsPerSecond(learners, 8));
            column.add(rebuilt);
            column.add("");
            column.add(loaded);
            column.add(megabytes(mongo.fileSize()));
        }
        opening = System.nanoTime();
        try (EmbeddedMongo mongo = EmbeddedMongo.open(folder)) {
            column.set(10, millisSince(opening));
            column.add(megabytes(mongo.fileSize()));
        }
        delete(folder);
        return column.toArray(String[]::new);
    }

    private static String millisSince(long start) {
        return Long.toString(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** Returns the size of the file. */
    private String load(Path folder, int documents) {
        try (EmbeddedMongo mongo = EmbeddedMongo.open(folder);
                MongoClient client = MongoClients.create(mongo.uri("bench"))) {
            MongoCollection<Document> learners = client.getDatabase("bench").getCollection("learners");
            learners.createIndex(Indexes.ascending("nextContactAt"));
            learners.createIndex(Indexes.ascending("managerId"));
            learners.createIndex(Indexes.ascending("slackUserId"), new IndexOptions().unique(true));
            List<Document> batch = new ArrayList<>();
            for (int i = 0; i < documents; i++) {
                batch.add(learner(i));
                if (batch.size() == 500 || i == documents - 1) {
                    learners.insertMany(batch);
                    batch.clear();
                }
            }
            return megabytes(mongo.fileSize());
        }
    }

    private void measureQueries(MongoCollection<Document> learners, int documents, List<String> column) {
        int[] versions = new int[documents];
        column.add(times(
                SAMPLES, i -> learners.find(byId(random.nextInt(documents))).first()));
        column.add(times(SAMPLES, i -> {
            int which = random.nextInt(documents);
            Document next = learner(which).append("version", versions[which] + 1);
            long modified = learners.replaceOne(byId(which).append("version", versions[which]), next)
                    .getModifiedCount();
            versions[which] += (int) modified;
        }));
        column.add(times(
                SAMPLES,
                i -> learners.find(new Document("managerId", "M" + random.nextInt(Math.max(1, documents / 10))))
                        .into(new ArrayList<>())));
        Document due = new Document("nextContactAt", new Document("$lte", new Date(Long.MAX_VALUE / 2)));
        Document byTime = new Document("nextContactAt", 1);
        column.add(times(SAMPLES, i -> learners.find(due).sort(byTime).limit(1).first()));
        column.add(times(
                SAMPLES,
                i -> learners.findOneAndUpdate(
                        due,
                        new Document("$set", new Document("nextContactAt", new Date(2_000_000_000_000L + i))),
                        new FindOneAndUpdateOptions().sort(byTime))));
        column.add(times(10, i -> learners.find(new Document("name", "nobody")).first()));
    }

    private static String times(int samples, IntConsumer action) {
        for (int i = 0; i < Math.min(WARM_UP, samples); i++) {
            action.accept(i);
        }
        double[] millis = new double[samples];
        for (int i = 0; i < samples; i++) {
            long start = System.nanoTime();
            action.accept(WARM_UP + i);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return "%.2f / %.2f".formatted(millis[samples / 2], millis[samples * 99 / 100]);
    }

    private String insertsPerSecond(MongoCollection<Document> learners, int writers) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        long start = System.nanoTime();
        for (int writer = 0; writer < writers; writer++) {
            int first = 10_000_000 * writers + 100_000 * writer;
            EmbeddedMongoBenchmark own = new EmbeddedMongoBenchmark();
            threads.submit(() -> {
                for (int i = 0; i < INSERTS; i++) {
                    learners.insertOne(own.learner(first + i));
                }
            });
        }
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.MINUTES);
        return "%.0f".formatted(writers * INSERTS / ((System.nanoTime() - start) / 1e9));
    }

    private static Document byId(int number) {
        return new Document("_id", "T1:U" + number);
    }

    private Document learner(int number) {
        List<Document> enrollments = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            enrollments.add(new Document("course", "course-" + i)
                    .append("startedAt", new Date(1_700_000_000_000L + number))
                    .append("lessons", List.of("lesson-one-" + i, "lesson-two-" + i, "lesson-three-" + i))
                    .append("attempts", List.of(attempt(i), attempt(i + 1))));
        }
        return byId(number)
                .append("version", 0)
                .append("slackUserId", "U" + number)
                .append("managerId", "M" + number / 10)
                .append("nextContactAt", new Date(1_700_000_000_000L + random.nextInt(1_000_000_000)))
                .append("enrollments", enrollments);
    }

    private static Document attempt(int number) {
        return new Document("questions", List.of("q-" + number, "q-" + (number + 1), "q-" + (number + 2)))
                .append("score", 0.5 + number / 20.0)
                .append("passed", number % 2 == 0);
    }

    private static int size(Document document) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        new DocumentCodec()
                .encode(
                        new BsonBinaryWriter(buffer),
                        document,
                        EncoderContext.builder().build());
        return buffer.getSize();
    }

    private static String megabytes(long bytes) {
        return "%.1f".formatted(bytes / 1e6);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
