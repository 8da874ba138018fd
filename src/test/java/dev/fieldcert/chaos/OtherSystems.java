package dev.fieldcert.chaos;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.mongodb.client.MongoDatabase;
import dev.fieldcert.delivery.OtherSystem;
import dev.fieldcert.delivery.OtherSystem.Answer;
import dev.fieldcert.delivery.OtherSystem.Request;
import dev.fieldcert.xapi.StandInLrs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** A Learning Record Store and a receiver of webhooks, with moods of their own. In the end each was told everything, once. */
final class OtherSystems implements AutoCloseable {

    private static final String SECRET = "whsec_"
            + Base64.getEncoder().encodeToString("a secret of the chaos suite".getBytes(StandardCharsets.UTF_8));

    private final StandInLrs lrs = new StandInLrs();
    private final Map<String, String> received = new ConcurrentHashMap<>();
    private final OtherSystem receiver = new OtherSystem(this::receive);
    private final Counts counts;
    private final Random random;
    private volatile boolean troubled;
    private Thread moods;

    OtherSystems(Counts counts, long seed) {
        this.counts = counts;
        this.random = new Random(seed * 13);
    }

    List<String> settings() {
        return List.of(
                "--fieldcert.xapi.endpoint=" + lrs.address(),
                "--fieldcert.xapi.workspace=https://acme.slack.com",
                "--fieldcert.xapi.user=key",
                "--fieldcert.xapi.password=secret",
                "--fieldcert.webhooks.urls=" + receiver.address() + "/hooks",
                "--fieldcert.webhooks.secrets=" + SECRET,
                "--fieldcert.webhooks.private-addresses=true");
    }

    private Answer receive(Request request) {
        String type = JsonParser.parseString(request.body())
                .getAsJsonObject()
                .get("type")
                .getAsString();
        int chance = chance();
        if (troubled && chance < 15) {
            return Answer.of(503);
        }
        if (received.put(request.headers().get("webhook-id"), type) != null) {
            counts.add("webhooks repeated under their id");
        }
        return Answer.of(troubled && chance < 30 ? 0 : 204);
    }

    private synchronized int chance() {
        return random.nextInt(100);
    }

    void begins() {
        troubled = true;
        moods = new Thread(this::changesMoods, "moods of other systems");
        moods.setDaemon(true);
        moods.start();
    }

    private void changesMoods() {
        try {
            while (troubled) {
                int chance = chance();
                lrs.takes(chance < 20 ? 1_500 : 0);
                lrs.is(
                        chance < 15
                                ? StandInLrs.Mood.DOWN
                                : chance < 35 ? StandInLrs.Mood.BREAKS_AFTER_RECEIPT : StandInLrs.Mood.WELL);
                TimeUnit.MILLISECONDS.sleep(500 + 20L * chance());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void clears() throws InterruptedException {
        troubled = false;
        moods.interrupt();
        moods.join();
        lrs.takes(0);
        lrs.is(StandInLrs.Mood.WELL);
    }

    /** Holds what they were told against what is on record. */
    List<String> check(MongoDatabase store) {
        List<String> violations = new ArrayList<>();
        long answers = store.getCollection("answers").countDocuments();
        long attempts = store.getCollection("attempts").countDocuments();
        long badges = store.getCollection("badges_given").countDocuments();
        long lessons = store.getCollection("milestones").countDocuments(new Document("what", "lesson-done"));
        long enrolled = store.getCollection("milestones").countDocuments(new Document("what", "enrolled"));
        compare(violations, "statements: answered", answers, statements("answered"));
        compare(violations, "statements: check ended", attempts, statements("passed") + statements("failed"));
        compare(violations, "statements: earned", badges, statements("earned"));
        compare(violations, "statements: satisfied", badges, statements("satisfied"));
        compare(violations, "statements: completed", lessons, statements("completed"));
        compare(violations, "statements: registered for", enrolled, statements("registered for"));
        compare(violations, "webhooks: badge.earned", badges, webhooks("badge.earned"));
        compare(violations, "webhooks: learner.enrolled", enrolled, webhooks("learner.enrolled"));
        for (Document left :
                store.getCollection("deliveries").find(new Document("dueAt", new Document("$exists", true)))) {
            violations.add("lost: still to be delivered: " + left.get("_id"));
        }
        counts.add("statements stored", lrs.statements().size());
        counts.add(
                "statements received again",
                lrs.received().values().stream().filter(times -> times > 1).count());
        counts.add("webhooks received", received.size());
        return violations;
    }

    private void compare(List<String> violations, String what, long onRecord, long told) {
        if (told < onRecord) {
            counts.add("LOSSES");
            violations.add("lost: %s, %d of %d".formatted(what, told, onRecord));
        } else if (told > onRecord) {
            counts.add("DUPLICATES");
            violations.add("twice: %s, %d for %d".formatted(what, told, onRecord));
        }
    }

    private long statements(String verb) {
        return lrs.statements().stream()
                .map(statement -> statement.getAsJsonObject("verb").getAsJsonObject("display"))
                .filter((JsonObject display) ->
                        display.get("en-US").getAsString().equals(verb))
                .count();
    }

    private long webhooks(String type) {
        return received.values().stream().filter(type::equals).count();
    }

    @Override
    public void close() {
        lrs.close();
        receiver.close();
    }
}
