package dev.fieldcert.local.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;

/**
 * Writes with several threads until it is killed. Says before a deletion that it is coming ({@code X id}), and after each
 * acknowledgement what was written: {@code W id version}, {@code D id}, {@code A id version}; each line ends in a full stop.
 */
final class KilledWriter {
    static final int TEAMS = 7;

    private final String prefix;
    private final Random random;
    private final MongoCollection<Document> learners;
    private final MongoCollection<Document> audit;
    private final PrintStream command;

    private KilledWriter(String prefix, long seed, MongoClient client, PrintStream command) {
        this.prefix = prefix;
        this.random = new Random(seed);
        this.learners = client.getDatabase("test").getCollection("learners");
        this.audit = client.getDatabase("test").getCollection("audit");
        this.command = command;
    }

    public static void main(String[] args) {
        QuietLogs.on();
        PrintStream command = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // Compaction runs as often as it can: it must not lose anything either.
        EmbeddedMongo mongo = EmbeddedMongo.open(Path.of(args[0]), Duration.ofMillis(5));
        MongoClient client = MongoClients.create(mongo.uri("test"));
        createIndexes(client.getDatabase("test").getCollection("learners"));
        long seed = Long.parseLong(args[1]);
        for (int i = 0; i < 6; i++) {
            String prefix = seed + "-" + i + "-";
            long own = seed * 31 + i;
            new Thread(() -> new KilledWriter(prefix, own, client, command).write()).start();
        }
    }

    static void createIndexes(MongoCollection<Document> learners) {
        learners.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
        learners.createIndex(
                Indexes.ascending("badgeId"), new IndexOptions().unique(true).sparse(true));
        learners.createIndex(Indexes.ascending("team", "dueAt"));
        learners.createIndex(Indexes.ascending("outbox.id"));
    }

    private void write() {
        List<String> alive = new ArrayList<>();
        List<Integer> versions = new ArrayList<>();
        for (int i = 0; true; i++) {
            int choice = random.nextInt(10);
            if (alive.isEmpty() || choice < 3) {
                String id = prefix + i;
                learners.insertOne(learner(id, 1));
                say("W", id, 1);
                alive.add(id);
                versions.add(1);
            } else if (choice < 9) {
                update(alive, versions, random.nextInt(alive.size()));
            } else {
                int which = random.nextInt(alive.size());
                String id = alive.remove(which);
                versions.remove(which);
                say("X", id, 0);
                learners.deleteOne(new Document("_id", id));
                say("D", id, 0);
            }
            pause();
        }
    }

    private void update(List<String> alive, List<Integer> versions, int which) {
        String id = alive.get(which);
        int version = versions.get(which);
        learners.replaceOne(new Document("_id", id).append("version", version), learner(id, version + 1));
        say("W", id, version + 1);
        versions.set(which, version + 1);
        audit.insertOne(new Document("_id", id + "/" + (version + 1))
                .append("learner", id)
                .append("version", version + 1));
        say("A", id, version + 1);
    }

    /** Lets the store be idle at times, so that it compacts. */
    private void pause() {
        if (random.nextInt(40) == 0) {
            try {
                Thread.sleep(random.nextInt(30));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Document learner(String id, int version) {
        Document learner = new Document("_id", id)
                .append("version", version)
                .append("email", id + "@" + version)
                .append("team", random.nextInt(TEAMS))
                .append("dueAt", new Date(random.nextInt(1_000_000)))
                .append(
                        "outbox",
                        List.of(new Document("id", id + "#" + version), new Document("id", id + "##" + version)))
                .append("state", "x".repeat(random.nextInt(6000)));
        return random.nextBoolean() ? learner : learner.append("badgeId", id + "!" + version);
    }

    private void say(String what, String id, int version) {
        String line = "%s %s %d.%n".formatted(what, id, version);
        synchronized (command) {
            command.print(line);
            command.flush();
        }
    }
}
