package dev.fieldcert.chaos;

import com.google.gson.JsonObject;
import com.mongodb.client.MongoDatabase;
import dev.fieldcert.conversation.AnsweringHand;
import dev.fieldcert.conversation.Person;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Scenario;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * A learner who goes through courses by what is on the screen: clicks, waits for what follows, and clicks again when Slack
 * says that it did not work. Answers a question of practice wrongly now and then, always the same one the same way.
 */
final class ChaosLearner {

    /** After this long without an effect of an acknowledged click, once all is well again, something is lost. */
    private static final long PATIENCE_MILLIS = 300_000;
    /** The form of what pupils write as feedback. */
    static final String FEEDBACK = "note-\\w+-\\d+";

    private final Person person;
    private final Program program;
    private final List<String> courses;
    private final Supplier<MongoDatabase> store;
    private final long seed;
    private final Random random;
    private final Counts counts;
    private final BooleanSupplier timeIsUp;
    /** What is expected to be on record: attempt and index, and whether it was answered rightly. */
    private final Map<String, Boolean> answered = new TreeMap<>();

    private final List<String> completed = new ArrayList<>();
    private final List<String> diary = new ArrayList<>();
    private String stuck;
    private String waitingFor = "";
    private long waitingSince = System.nanoTime();
    private long calmSince;

    ChaosLearner(
            Person person,
            Program program,
            List<String> courses,
            Supplier<MongoDatabase> store,
            long seed,
            Counts counts,
            BooleanSupplier timeIsUp) {
        this.person = person;
        this.program = program;
        this.courses = courses;
        this.store = store;
        this.seed = seed;
        this.random = new Random(seed);
        this.counts = counts;
        this.timeIsUp = timeIsUp;
    }

    String id() {
        return person.id();
    }

    Person person() {
        return person;
    }

    Map<String, Boolean> answered() {
        return answered;
    }

    /** How many runs of questions were answered. */
    int attempts() {
        return (int) answered.keySet().stream()
                .map(each -> each.split(":")[1])
                .distinct()
                .count();
    }

    List<String> completed() {
        return completed;
    }

    /** What was done and whether Slack took it, each line with its moment. */
    List<String> diary() {
        return diary;
    }

    /** Why this pupil could not finish; empty when nothing was missing. */
    Optional<String> stuck() {
        return Optional.ofNullable(stuck);
    }

    void goesToSchool() throws InterruptedException {
        person.goesToTheBot();
        for (String course : courses) {
            if (timeIsUp.getAsBoolean()) {
                return;
            }
            waits("enrollment in " + course);
            while (stuck == null && !isCompleted(course)) {
                try {
                    step(course);
                } catch (AssertionError notOnTheScreen) {
                    counts.add("looks in vain");
                } catch (RuntimeException storeAway) {
                    counts.add("store not reached by the observer");
                }
                Thread.sleep(100 + random.nextInt(300));
            }
            if (stuck == null) {
                writes();
                completed.add(course);
                counts.add("courses completed");
                recalls();
            }
        }
    }

    /** Weeks seem to have passed, so that something earned is due: asks for the question, and answers it. */
    private void recalls() throws InterruptedException {
        waits("a memory that can be made due");
        while (stuck == null && !makesOneDue()) {
            waits("a memory that can be made due");
            Thread.sleep(200);
        }
        Set<String> before = Set.copyOf(answered.keySet());
        person.types("review");
        takesEffect("review", () -> retrieval().isPresent());
        while (stuck == null && answered.keySet().equals(before)) {
            try {
                Optional<Document> open = retrieval();
                if (open.isPresent()) {
                    Document attempt = open.get();
                    answer(
                            attempt.getString("course"),
                            attempt,
                            () -> retrieval().orElse(null));
                }
            } catch (AssertionError notOnTheScreen) {
                counts.add("looks in vain");
            } catch (RuntimeException storeAway) {
                counts.add("store not reached by the observer");
            }
            Thread.sleep(100);
        }
        counts.add("retrieval questions answered");
    }

    private Optional<Document> retrieval() {
        return Optional.ofNullable(learner().get("retrieval", Document.class));
    }

    /** Moves the last answer into the past. The version is counted up, so that no instance saves over it. */
    private boolean makesOneDue() {
        try {
            Document now = learner();
            List<Document> memories =
                    now.get("retention", new Document()).getList("memories", Document.class, List.of());
            if (memories.isEmpty()) {
                return false;
            }
            // The day of the bot's clock, on which the course was finished.
            LocalDate today = LocalDate.parse(memories.get(0).getString("gradedOn"));
            memories.get(0).put("gradedOn", today.minusDays(40).toString());
            memories.get(0).put("dueOn", today.minusDays(1).toString());
            return store.get()
                            .getCollection("learners")
                            .updateOne(
                                    new Document("_id", person.id()).append("version", now.get("version")),
                                    new Document("$set", new Document("retention.memories", memories))
                                            .append("$inc", new Document("version", 1)))
                            .getMatchedCount()
                    == 1;
        } catch (RuntimeException storeAway) {
            return false;
        }
    }

    /** In the DM, so that it comes as an event, which Slack sends again until somebody takes it. */
    private void writes() {
        String note = "note-%s-%d".formatted(person.id(), completed.size());
        person.types("feedback " + note);
        diary.add("%s wrote %s".formatted(Instant.now(), note));
        counts.add("notes written");
    }

    private Document learner() {
        Document learner = store.get()
                .getCollection("learners")
                .find(new Document("_id", person.id()))
                .first();
        return learner == null ? new Document() : learner;
    }

    private boolean isCompleted(String course) {
        try {
            return learner().getList("completions", Document.class, List.of()).stream()
                    .anyMatch(completion -> completion.getString("course").equals(course));
        } catch (RuntimeException storeAway) {
            return false;
        }
    }

    private void step(String course) throws InterruptedException {
        Document courseNow = learner().get("courses", new Document()).get(course, Document.class);
        if (courseNow == null) {
            waits("enrollment in " + course);
            person.types("/cert enroll " + course);
            takesEffect(
                    "enrollment", () -> learner().get("courses", new Document()).containsKey(course));
            return;
        }
        Document attempt = courseNow.get("attempt", Document.class);
        if (attempt == null) {
            goOn(course);
        } else if (courseNow.getBoolean("readsGrading", false)) {
            asksForTheNext(course);
        } else {
            answer(course, attempt, () -> {
                Document now = learner().get("courses", new Document()).get(course, Document.class);
                return now == null ? null : now.get("attempt", Document.class);
            });
        }
    }

    private void asksForTheNext(String course) throws InterruptedException {
        waits("the grading of an answer in " + course);
        if (newestOf(List.of("Next question")).isEmpty()) {
            return;
        }
        person.clicks("Next question");
        takesEffect("Next question", () -> {
            Document now = learner().get("courses", new Document()).get(course, Document.class);
            return now == null || !now.getBoolean("readsGrading", false);
        });
    }

    private static String idOf(Document document) {
        return Objects.toString(document.get("_id"), document.getString("id"));
    }

    private static int position(List<Document> items) {
        int position = 0;
        while (position < items.size() && items.get(position).get("score") != null) {
            position++;
        }
        return position;
    }

    private void answer(String course, Document attempt, Supplier<Document> running) throws InterruptedException {
        List<Document> items = attempt.getList("items", Document.class);
        int index = position(items);
        if (index == items.size()) {
            return;
        }
        Document item = items.get(index);
        String id = idOf(attempt);
        List<String> soFar = item.getList("answer", String.class, List.of());
        Question question = program.question(course, item.getString("question")).orElseThrow();
        String asked = id + "|" + index + "|";
        waits("question " + asked + String.join(".", soFar));
        List<String> walked = soFar.isEmpty() ? List.of() : soFar.subList(1, soFar.size());
        if (!sees(asked, question instanceof Scenario ? walked.size() : -1)) {
            return;
        }
        boolean right = !List.of("practice", "retrieval").contains(attempt.getString("kind"))
                || Math.floorMod(Objects.hash(seed, id.split("-")[0], index), 6) > 0;
        question.match(new AnsweringHand(person, item.getLong("seed"), right, Optional.of(walked)));
        boolean acknowledged = takesEffect("answer", () -> {
            Document run = running.get();
            return run == null
                    || !idOf(run).equals(id)
                    || !run.getList("items", Document.class).get(index).equals(item);
        });
        if (acknowledged) {
            counts.add("clicks on answers acknowledged");
        }
        answered.put("%s:%s:%d".formatted(person.id(), id, index), right);
    }

    /** Whether the question that is open, in its present scene, is on the screen. */
    private boolean sees(String asked, int walked) {
        for (String label : List.of("A", "True", "Send answer", "Compare", "Done")) {
            try {
                String value = person.button(label).value();
                String choice = value.startsWith(asked) ? value.substring(asked.length()) : "?";
                if (!choice.equals("?") && (walked < 0 || choice.split("\\.").length == walked + 1)) {
                    return true;
                }
            } catch (AssertionError none) {
                continue;
            }
        }
        return false;
    }

    private void goOn(String course) throws InterruptedException {
        waits("something to go on with in " + course);
        List<String> ways = List.of("I’m ready", "Learn first", "What’s next?", "Start the check", "Read it");
        String newest = newestOf(ways);
        String way = ways.stream()
                .filter(each -> newest.contains("[" + each + "]"))
                .reduce("", (before, after) -> before.isEmpty() ? after : before);
        if (way.isEmpty()) {
            return;
        }
        String label = way.equals("I’m ready") && newest.contains("[Next]") && random.nextBoolean() ? "Next" : way;
        person.clicks(label);
        takesEffect(label, () -> !newestOf(ways).equals(newest) || isRunning(course));
    }

    /**
     * The newest thing the bot said of its own, when it has one of these buttons. Older ones were for what has been done
     * since: who presses them again asks for a lesson again.
     */
    private String newestOf(List<String> ways) {
        List<JsonObject> messages = person.client().directMessages();
        List<String> texts = person.seesMessages();
        for (int i = Math.min(messages.size(), texts.size()) - 1; i >= 0; i--) {
            if (messages.get(i).has("metadata")) {
                String ts = messages.get(i).get("ts").getAsString();
                String text = texts.get(i);
                return ways.stream().anyMatch(way -> text.contains("[" + way + "]")) ? ts + " " + text : "";
            }
        }
        return "";
    }

    private boolean isRunning(String course) {
        Document now = learner().get("courses", new Document()).get(course, Document.class);
        return now != null && now.get("attempt") != null;
    }

    /**
     * Waits for what the last click is to bring about.
     *
     * @return false when Slack said that it did not work, and the click is to be made again
     */
    private boolean takesEffect(String what, BooleanSupplier effect) throws InterruptedException {
        diary.add("%s did %s (%s) %s"
                .formatted(Instant.now(), what, waitingFor, person.warning().orElse("")));
        if (person.warning().isPresent()) {
            counts.add("warnings seen");
            Thread.sleep(300 + random.nextInt(1_500));
            return false;
        }
        long since = System.nanoTime();
        while (!is(effect)) {
            if (isOverdue(since, PATIENCE_MILLIS)) {
                stuck = "%s: acknowledged, and nothing came of it: %s (%s)".formatted(person.id(), what, waitingFor);
                return false;
            }
            Thread.sleep(100);
        }
        return true;
    }

    private boolean is(BooleanSupplier effect) {
        try {
            return effect.getAsBoolean();
        } catch (RuntimeException storeAway) {
            return false;
        }
    }

    /** While bots are killed faster than they start, nothing needs to come: only calm time counts. */
    private boolean isOverdue(long since, long mostMillis) {
        if (!timeIsUp.getAsBoolean()) {
            return false;
        }
        if (calmSince == 0) {
            calmSince = System.nanoTime();
        }
        return (System.nanoTime() - Math.max(since, calmSince)) / 1_000_000 > mostMillis;
    }

    private void waits(String what) {
        if (!what.equals(waitingFor)) {
            waitingFor = what;
            waitingSince = System.nanoTime();
        } else if (isOverdue(waitingSince, 2 * PATIENCE_MILLIS)) {
            stuck = "%s waits in vain since %s for %s".formatted(person.id(), new Date(), what);
        }
    }
}
