package dev.fieldcert.chaos;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.mongodb.client.MongoDatabase;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.client.Channel;
import dev.fieldcert.local.workspace.webapi.ApiCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;

/** Holds what is on record and on the screens against what the pupils did: nothing missing, nothing twice, in order. */
final class Ledger {

    private static final Pattern ANSWER = Pattern.compile("a(\\d+)(?:-\\w+)?\\|(\\d+)\\|");

    private static final Pattern NOTE = Pattern.compile(ChaosLearner.FEEDBACK);

    private final LocalWorkspace workspace;
    private final Channel team;
    private final Counts counts;
    private final List<String> violations = new ArrayList<>();
    /** By owed id: what was said first under it. */
    private final Map<String, String> command = new HashMap<>();

    Ledger(LocalWorkspace workspace, Channel team, Counts counts) {
        this.workspace = workspace;
        this.team = team;
        this.counts = counts;
    }

    /** Reads the calls since the last time, before the workspace forgets them. */
    synchronized void follow() {
        List<ApiCall> calls = workspace.calls();
        workspace.forgetCalls();
        for (ApiCall call : calls) {
            Weather.count(call, counts);
            if (call.method().equals("chat.postMessage")) {
                String id = messageId(object(call.arguments().get("metadata")));
                if (!id.isEmpty()) {
                    command.putIfAbsent(id, content(call.arguments()));
                }
            }
        }
    }

    private static JsonObject object(JsonElement element) {
        if (element == null || element.isJsonNull()) {
            return new JsonObject();
        }
        JsonElement parsed = element.isJsonPrimitive() ? JsonParser.parseString(element.getAsString()) : element;
        return parsed.isJsonObject() ? parsed.getAsJsonObject() : new JsonObject();
    }

    private static String messageId(JsonObject metadata) {
        JsonObject payload = object(metadata.get("event_payload"));
        return payload.has("id") ? payload.get("id").getAsString() : "";
    }

    /** What a message is about: a question or a lesson by what its buttons carry, anything else by its words. */
    private static String content(JsonObject arguments) {
        JsonElement blocks = arguments.get("blocks");
        JsonArray array = blocks == null
                ? new JsonArray()
                : (blocks.isJsonArray() ? blocks : JsonParser.parseString(blocks.getAsString())).getAsJsonArray();
        for (JsonElement block : array) {
            JsonElement elements = block.getAsJsonObject().get("elements");
            if (elements == null || !elements.isJsonArray()) {
                continue;
            }
            for (JsonElement each : elements.getAsJsonArray()) {
                JsonObject element = each.getAsJsonObject();
                String action =
                        element.has("action_id") ? element.get("action_id").getAsString() : "";
                String value = element.has("value") ? element.get("value").getAsString() : "";
                Matcher answer = ANSWER.matcher(value);
                if (action.startsWith("answer") && answer.lookingAt()) {
                    return "question %04d|%03d"
                            .formatted(Integer.parseInt(answer.group(1)), Integer.parseInt(answer.group(2)));
                }
                if (action.equals("ready")) {
                    return "lesson " + value;
                }
            }
        }
        return "words " + words(array);
    }

    private static String words(JsonArray blocks) {
        StringBuilder words = new StringBuilder();
        for (JsonElement block : blocks) {
            JsonObject text = object(block.getAsJsonObject().get("text"));
            if (text.has("text")) {
                words.append(text.get("text").getAsString()).append(' ');
            }
        }
        return words.toString().strip();
    }

    /** Looks at everything once it is quiet. */
    List<String> check(List<ChaosLearner> pupils, MongoDatabase store) {
        follow();
        nothingIsLeft(store);
        for (ChaosLearner pupil : pupils) {
            pupil.stuck().ifPresent(this::missing);
            answersAreOnRecord(pupil, store);
            completionsAreOnRecord(pupil, store);
            screensAreInOrder(pupil);
        }
        announcements(pupils);
        return violations;
    }

    private void missing(String what) {
        counts.add("LOSSES");
        violations.add("lost: " + what);
    }

    private void twice(String what) {
        counts.add("DUPLICATES");
        violations.add("twice: " + what);
    }

    private void nothingIsLeft(MongoDatabase store) {
        for (Document entry :
                store.getCollection("inbox").find(new Document("openUntil", new Document("$exists", true)))) {
            missing("still to be worked off: " + entry.get("_id"));
        }
        for (Document learner : store.getCollection("learners").find()) {
            if (!learner.getList("events", Document.class, List.of()).isEmpty()) {
                missing("still to be recorded of " + learner.get("_id") + ": " + learner.get("events"));
            }
        }
        for (String collection : List.of("learners", "outboxes")) {
            for (Document owner : store.getCollection(collection)
                    .find(new Document("outbox.messages.0", new Document("$exists", true)))) {
                missing("still in the outbox of " + owner.get("_id") + ": " + owner.get("outbox"));
            }
        }
        for (Document letter : store.getCollection("dead_letters").find()) {
            missing("given up: " + letter);
        }
    }

    private void answersAreOnRecord(ChaosLearner pupil, MongoDatabase store) {
        Map<String, Boolean> recorded = new TreeMap<>();
        for (Document answer : store.getCollection("answers").find(new Document("learner", pupil.id()))) {
            recorded.put(answer.getString("_id"), answer.getDouble("score") >= 1);
        }
        counts.add("answers on record", recorded.size());
        pupil.answered().forEach((id, right) -> {
            if (!recorded.containsKey(id)) {
                missing("answer " + id);
            } else if (recorded.get(id) != right) {
                violations.add("wrong: answer " + id + " should be " + (right ? "right" : "wrong"));
            }
        });
        Set<String> unknown = new TreeSet<>(recorded.keySet());
        unknown.removeAll(pupil.answered().keySet());
        unknown.forEach(id -> violations.add("unheard of: answer " + id));
    }

    private void completionsAreOnRecord(ChaosLearner pupil, MongoDatabase store) {
        Document learner = store.getCollection("learners")
                .find(new Document("_id", pupil.id()))
                .first();
        List<String> completed = new ArrayList<>();
        if (learner != null) {
            learner.getList("completions", Document.class, List.of())
                    .forEach(completion -> completed.add(completion.getString("course")));
        }
        compare(pupil.id() + " completions", pupil.completed(), completed);
        List<String> given = new ArrayList<>();
        store.getCollection("badges_given")
                .find(new Document("learner", pupil.id()))
                .forEach(badge -> given.add(badge.getString("course")));
        compare(pupil.id() + " badges", pupil.completed(), given);
        List<String> checks = new ArrayList<>();
        store.getCollection("attempts")
                .find(new Document("learner", pupil.id()))
                .forEach(attempt ->
                        checks.add(attempt.get("result", Document.class).getString("course")));
        compare(pupil.id() + " checks", pupil.completed(), checks);
        int begun = learner == null ? 0 : learner.getInteger("attempts", 0);
        if (begun != pupil.attempts()) {
            violations.add("runs begun: %s has %d, answered %d".formatted(pupil.id(), begun, pupil.attempts()));
        }
        int badges = (int) messages(pupil).stream()
                .filter(content -> content.contains("You earned a badge"))
                .count();
        counts.add("badges shown", badges);
        for (int i = badges; i < completed.size(); i++) {
            missing(pupil.id() + " was not told of a badge");
        }
    }

    /** What a pupil did and what the bot showed, in order: to understand a violation by. */
    List<String> diary(ChaosLearner pupil) {
        List<String> lines = new ArrayList<>(pupil.diary());
        for (JsonObject message : pupil.person().client().directMessages()) {
            String id = messageId(object(message.get("metadata")));
            double ts = Double.parseDouble(message.get("ts").getAsString());
            lines.add("%s   saw %s %s"
                    .formatted(
                            Instant.ofEpochMilli((long) (ts * 1_000)),
                            id.isEmpty() ? "-" : id.substring(0, 8),
                            id.isEmpty() ? content(message) : command.getOrDefault(id, "unknown")));
        }
        Collections.sort(lines);
        return lines;
    }

    private void compare(String what, List<String> expected, List<String> actual) {
        List<String> left = new ArrayList<>(actual);
        for (String each : expected) {
            if (!left.remove(each)) {
                missing(what + ": " + each);
            }
        }
        left.forEach(each -> twice(what + ": " + each));
    }

    /** What the bot said to a pupil under an owed id, oldest first. */
    private List<String> messages(ChaosLearner pupil) {
        List<String> messages = new ArrayList<>();
        for (JsonObject message : pupil.person().client().directMessages()) {
            String id = messageId(object(message.get("metadata")));
            if (!id.isEmpty()) {
                messages.add(command.getOrDefault(id, "unknown " + id));
            }
        }
        return messages;
    }

    private void screensAreInOrder(ChaosLearner pupil) {
        Set<String> ids = new HashSet<>();
        for (JsonObject message : pupil.person().client().directMessages()) {
            counts.add("messages to pupils");
            String id = messageId(object(message.get("metadata")));
            if (!id.isEmpty() && !ids.add(id)) {
                twice(pupil.id() + " by id: " + command.get(id));
            }
        }
        List<String> messages = messages(pupil);
        Set<String> contents = new HashSet<>();
        List<String> questions = new ArrayList<>();
        for (String content : messages) {
            if (!contents.add(content)) {
                twice(pupil.id() + " by content: " + content);
            }
            if (content.startsWith("question ")) {
                questions.add(content);
            }
        }
        counts.add("questions shown", questions.size());
        counts.add(
                "lessons shown",
                contents.stream()
                        .filter(content -> content.startsWith("lesson "))
                        .count());
        List<String> sorted = new ArrayList<>(questions);
        Collections.sort(sorted);
        if (!sorted.equals(questions)) {
            violations.add("out of order: " + pupil.id() + " " + questions);
        }
        for (String answered : pupil.answered().keySet()) {
            String[] parts = answered.split(":");
            String asked = "question %04d|%03d"
                    .formatted(Integer.parseInt(parts[1].substring(1).split("-")[0]), Integer.parseInt(parts[2]));
            if (!contents.contains(asked)) {
                missing(pupil.id() + " never saw " + asked);
            }
        }
        for (JsonObject message : pupil.person().client().directMessages()) {
            if (content(message).startsWith("question ")) {
                missing(pupil.id() + " still sees as open: " + content(message));
            }
        }
    }

    /**
     * Holds what is in the channel for feedback against what was written there.
     *
     * @param acknowledged what an instance said it has
     */
    List<String> checkFeedback(Channel channel, Set<String> acknowledged) {
        Map<String, Integer> shown = new TreeMap<>();
        channel.messages().forEach(message -> {
            Matcher note = NOTE.matcher(message.toString());
            if (note.find()) {
                shown.merge(note.group(), 1, Integer::sum);
            }
        });
        counts.add("notes acknowledged", acknowledged.size());
        counts.add("notes shown", shown.size());
        acknowledged.stream().filter(note -> !shown.containsKey(note)).forEach(note -> missing("feedback " + note));
        shown.forEach((note, times) -> {
            if (times > 1) {
                twice("feedback " + note);
            }
        });
        return violations;
    }

    private void announcements(List<ChaosLearner> pupils) {
        List<String> texts = new ArrayList<>();
        team.messages().forEach(message -> texts.add(words(message.getAsJsonArray("blocks"))));
        counts.add("announcements", texts.size());
        for (ChaosLearner pupil : pupils) {
            long about =
                    texts.stream().filter(text -> text.contains(pupil.id())).count();
            for (long i = about; i < pupil.completed().size(); i++) {
                missing(pupil.id() + " was not announced");
            }
            for (long i = pupil.completed().size(); i < about; i++) {
                twice(pupil.id() + " announced");
            }
        }
    }
}
