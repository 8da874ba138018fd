package dev.fieldcert.benchmark;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.fieldcert.FieldCertApplication;
import dev.fieldcert.local.store.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * How long it takes a million answers to be exported on the command line, with a heap of 512 MB. The database stands in this
 * process: opening so large an embedded store takes more memory than the export does.
 */
final class ExportBenchmark {

    private static final int ANSWERS = Integer.getInteger("bench.answers", 1_000_000);
    private static final int LEARNERS = 5_000;
    private static final int BATCH = 1_000;
    private static final Instant FROM = Instant.parse("2026-01-01T08:00:00Z");

    private final Path folder;
    private final Results results;

    ExportBenchmark(Path folder, Results results) {
        this.folder = folder.resolve("export");
        this.results = results;
    }

    void run() throws IOException, InterruptedException {
        Path store = folder.resolve("data").resolve("mongo");
        boolean isFilled = Files.exists(store);
        Files.createDirectories(store);
        try (EmbeddedMongo mongo = EmbeddedMongo.open(store)) {
            if (!isFilled) {
                fill(mongo);
            }
            for (String file : List.of("answers.csv", "answers.ndjson")) {
                measure(mongo, folder.resolve(file));
            }
        }
    }

    private void measure(EmbeddedMongo mongo, Path file) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                java.toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                FieldCertApplication.class.getName(),
                "export",
                "answers",
                file.toString());
        builder.environment().put("MONGODB_URI", mongo.uri("fieldcert"));
        long began = System.nanoTime();
        try (Child child = Child.start(folder, "export", builder)) {
            double most = 0;
            while (ProcessHandle.of(child.pid()).filter(ProcessHandle::isAlive).isPresent()) {
                double now = child.residentMegabytes();
                most = Double.isNaN(now) ? most : Math.max(most, now);
                TimeUnit.MILLISECONDS.sleep(100);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            List<String> said = child.all();
            if (said.stream().noneMatch(line -> line.startsWith(ANSWERS + " rows written"))) {
                throw new IllegalStateException("Not exported: " + said);
            }
            results.row(
                    String.format(
                            Locale.ROOT,
                            "export of %,d answers, %s of %,d MB, -Xmx512m: s (resident MB at most)",
                            ANSWERS,
                            file.getFileName(),
                            Files.size(file) >> 20),
                    "",
                    String.format(Locale.ROOT, "%.0f (%.0f)", seconds, most),
                    "");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void fill(EmbeddedMongo mongo) {
        try (MongoClient client = MongoClients.create(mongo.uri("fieldcert"))) {
            var database = client.getDatabase("fieldcert");
            database.getCollection("schema").insertOne(new Document("_id", "schema").append("version", 2));
            List<Document> batch = new ArrayList<>();
            for (int i = 0; i < LEARNERS; i++) {
                batch.add(new Document("_id", learner(i))
                        .append("version", 1L)
                        .append(
                                "profile",
                                new Document("name", "Learner " + i)
                                        .append("email", "learner" + i + "@example.com")
                                        .append("guest", false)
                                        .append("deactivated", false))
                        .append("kind_", "learner"));
            }
            database.getCollection("learners").insertMany(batch);
            MongoCollection<Document> answers = database.getCollection("answers");
            for (int i = 0; i < ANSWERS; i += BATCH) {
                batch = new ArrayList<>();
                for (int j = i; j < Math.min(ANSWERS, i + BATCH); j++) {
                    batch.add(answer(j));
                }
                answers.insertMany(batch);
            }
        }
    }

    private static String learner(int number) {
        return "U0LEARNER%05d".formatted(number);
    }

    private static Document answer(int number) {
        String learner = learner(number % LEARNERS);
        return new Document("_id", learner + ":a" + number / LEARNERS / 10 + ":" + number / LEARNERS % 10)
                .append("learner", learner)
                .append("course", "applying-devops")
                .append("objective", "terms")
                .append("question", "question-" + number % 97)
                .append("version", "0123456789abcdef0123456789abcdef")
                .append("kind", number % 3 == 0 ? "check" : "practice")
                .append("answer", List.of("chosen", "a", "c"))
                .append("score", number % 4 / 3.0)
                .append("confidence", "fairly")
                .append("at", Date.from(FROM.plusSeconds(number * 20L)))
                .append("kind_", "answer");
    }
}
