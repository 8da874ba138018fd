package dev.fieldcert.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final int KILLS = Integer.getInteger("fieldcert.kills", 4);

    @TempDir
    Path folder;

    private final Map<String, Integer> acknowledged = new HashMap<>();
    private final Set<String> mayBeGone = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();
    private final Map<String, Integer> audited = new HashMap<>();
    private int writes;

    @Test
    void noAcknowledgedWriteIsLostByKills() throws Exception {
        QuietLogs.on();
        long seed = new Random().nextLong(1_000_000);
        Random random = new Random(seed);
        for (int kill = 1; kill <= KILLS; kill++) {
            int before = writes;
            writeAndKill(kill, 2 + random.nextInt(400));
            assertThat(writes)
                    .as("kill %d of seed %d wrote something", kill, seed)
                    .isGreaterThan(before);
            try (EmbeddedMongo mongo = EmbeddedMongo.open(folder);
                    MongoClient client = MongoClients.create(mongo.uri("test"))) {
                MongoDatabase database = client.getDatabase("test");
                assertNothingIsLost(database.getCollection("learners"));
                assertAuditIsNotAhead(database);
                assertIndexesAgree(database.getCollection("learners"));
            }
        }
        System.out.printf(
                "%d kills, %d acknowledged writes, %d documents, file of %d KB%n",
                KILLS, writes, acknowledged.size() - deleted.size(), Files.size(folder.resolve(StoreFile.NAME)) >> 10);
    }

    /** Runs a writer until the given number of milliseconds after its first acknowledgement. */
    private void writeAndKill(int run, int millis) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString(),
                        Integer.toString(run))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader command = child.inputReader()) {
            String line;
            while ((line = command.readLine()) != null) {
                if (lines.isEmpty()) {
                    killIn(millis, child);
                }
                lines.add(line);
            }
        } finally {
            child.destroyForcibly();
        }
        assertThat(child.waitFor()).as("ended by SIGKILL").isEqualTo(128 + 9);
        lines.forEach(this::note);
    }

    private static void killIn(int millis, Process child) {
        Thread killer = new Thread(() -> {
            try {
                child.waitFor(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            child.toHandle().destroyForcibly(); // the handle leaves what the child has said to be read
        });
        killer.start();
    }

    private void note(String line) {
        if (!line.matches("[WXDA] \\S+ \\d+\\.")) {
            return; // the last line may be cut short
        }
        String[] words = line.substring(0, line.length() - 1).split(" ");
        int version = Integer.parseInt(words[2]);
        switch (words[0]) {
            case "W" -> acknowledged.put(words[1], version);
            case "X" -> mayBeGone.add(words[1]);
            case "D" -> deleted.add(words[1]);
            default -> audited.merge(words[1], version, Math::max);
        }
        writes += words[0].equals("X") ? 0 : 1;
    }

    private void assertNothingIsLost(MongoCollection<Document> learners) {
        Map<String, Integer> stored = new HashMap<>();
        learners.find().forEach(learner -> stored.put(learner.getString("_id"), learner.getInteger("version")));
        acknowledged.forEach((id, version) -> {
            if (deleted.contains(id)) {
                assertThat(stored).as("deletion of %s", id).doesNotContainKey(id);
            } else if (stored.containsKey(id) || !mayBeGone.contains(id)) {
                assertThat(stored).as("learner %s", id).containsKey(id);
                assertThat(stored.get(id)).as("version of %s", id).isBetween(version, version + 1);
            }
        });
        // What nobody heard of can only be the last write of one of the six threads in each run.
        assertThat(stored.keySet())
                .filteredOn(id -> !acknowledged.containsKey(id))
                .hasSizeLessThanOrEqualTo(6 * KILLS);
    }

    private void assertAuditIsNotAhead(MongoDatabase database) {
        Set<String> stored = new HashSet<>();
        database.getCollection("audit").find().forEach(entry -> {
            stored.add(entry.getString("_id"));
            String learner = entry.getString("learner");
            assertThat(acknowledged.get(learner))
                    .as("audit of %s", learner)
                    .isGreaterThanOrEqualTo(entry.getInteger("version"));
        });
        audited.forEach((learner, version) -> assertThat(stored).contains(learner + "/" + version));
    }

    private static void assertIndexesAgree(MongoCollection<Document> learners) {
        List<Document> all = learners.find().into(new ArrayList<>());
        assertThat(all).extracting(learner -> learner.get("email")).doesNotHaveDuplicates();
        for (Document learner : all) {
            String id = learner.getString("_id");
            assertThat(ids(learners, new Document("email", learner.get("email"))))
                    .containsExactly(id);
            assertThat(ids(learners, new Document("team", learner.get("team")).append("dueAt", learner.get("dueAt"))))
                    .contains(id);
            assertThat(ids(learners, new Document("outbox.id", id + "##" + learner.get("version"))))
                    .containsExactly(id);
            if (learner.containsKey("badgeId")) {
                assertThat(ids(learners, new Document("badgeId", learner.get("badgeId"))))
                        .containsExactly(id);
            }
        }
        int found = 0;
        for (int team = 0; team < KilledWriter.TEAMS; team++) {
            Document due = new Document("team", team).append("dueAt", new Document("$gte", new Date(0)));
            List<String> ids = ids(learners, due);
            assertThat(all).extracting(learner -> learner.get("_id")).containsAll(ids);
            found += ids.size();
        }
        assertThat(found).isEqualTo(all.size());
    }

    private static List<String> ids(MongoCollection<Document> learners, Document query) {
        return learners.find(query)
                .projection(new Document("_id", 1))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }
}
