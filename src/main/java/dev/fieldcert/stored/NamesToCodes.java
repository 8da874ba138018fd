package dev.fieldcert.stored;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * Migrates from version 1 to 2. Constants are stored under their codes instead of their names, completions as
 * documents instead of text lines, and the memory of tasks and due dates under typed ids instead of composed strings.
 */
final class NamesToCodes implements Migration {

    private static final Set<String> COLLECTIONS =
            Set.of("learners", "outboxes", "dead_letters", "answers", "attempts", "escalations", "awards", "roles");
    private static final Set<String> CONSTANTS =
            Set.of("kind", "state", "assignment", "confidence", "lastSent", "code", "stage", "role");
    private static final Set<String> REASONS_TO_ESCALATE = Set.of("NO_ANSWER", "REVIEWER_LEFT");
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z_]+");
    private static final Map<String, String> MENTIONS = Map.of(
            "7", "seven-days",
            "3", "three-days",
            "1", "one-day",
            "0", "passed",
            "at-risk", "at-risk",
            "manager", "manager-told",
            "later-asked", "later-asked",
            "later-asked:answered", "later-answered");

    @Override
    public int from() {
        return 1;
    }

    @Override
    public long migrate(MongoDatabase database) {
        long changed = 0;
        for (String collection : COLLECTIONS) {
            MongoCollection<Document> documents = database.getCollection(collection);
            for (Document before : documents.find()) {
                Document after = document(before);
                if (!after.equals(before)) {
                    // Another instance may have migrated it, and a learner changed it, since it was read.
                    documents.replaceOne(before, after);
                    changed++;
                }
            }
        }
        return changed;
    }

    private static Document document(Document before) {
        Document after = new Document();
        before.forEach((field, value) -> after.append(field, value(field, value)));
        remembered(after);
        return after;
    }

    private static Object value(String field, Object value) {
        if (value instanceof Document nested) {
            Document after = document(nested);
            if (field.equals("work") && after.get("_id") instanceof String id) {
                after.append("_id", task(id));
            }
            return after;
        }
        if (value instanceof List<?> list) {
            List<Object> after = new ArrayList<>();
            list.forEach(each -> after.add(
                    field.equals("completions") && each instanceof String line
                            ? completion(line)
                            : value(field, each)));
            return after;
        }
        boolean isName = value instanceof String text
                && (CONSTANTS.contains(field) && NAME.matcher(text).matches()
                        || field.equals("why") && REASONS_TO_ESCALATE.contains(text));
        return isName ? code((String) value) : value;
    }

    private static String code(String name) {
        return name.equals("LEARNT") ? "learned" : name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A line consisted of {@code course award enrolledAt completedAt score version}. */
    private static Document completion(String line) {
        String[] fields = line.split(" ");
        return new Document("course", fields[0])
                .append("award", fields[1])
                .append("enrolledAt", Date.from(Instant.parse(fields[2])))
                .append("completedAt", Date.from(Instant.parse(fields[3])))
                .append("score", Double.parseDouble(fields[4]))
                .append("version", fields[5]);
    }

    /** Converts what is remembered about tasks and due dates. Only the state of contacts has both of these fields. */
    private static void remembered(Document state) {
        if (!(state.get("reminders") instanceof Document reminders)
                || !(state.get("opened") instanceof Document opened)) {
            return;
        }
        Set<String> ids = new TreeSet<>(reminders.keySet());
        ids.addAll(opened.keySet());
        List<Document> tasks = new ArrayList<>();
        for (String id : ids) {
            Document task = new Document("_id", task(id.replace('~', '.')));
            if (opened.containsKey(id)) {
                task.append("openedAt", opened.get(id));
            }
            if (reminders.containsKey(id)) {
                task.append("reminders", reminders.get(id));
            }
            tasks.add(task);
        }
        state.remove("reminders");
        state.remove("opened");
        state.append("tasks", tasks);
        state.append("mentioned", mentions(state.getList("mentioned", Object.class, List.of())));
    }

    private static List<Object> mentions(List<Object> before) {
        List<Object> after = new ArrayList<>();
        for (Object each : before) {
            if (each instanceof String key) {
                int at = key.indexOf('@');
                int colon = key.indexOf(':', at);
                after.add(new Document("course", key.substring(0, at))
                        .append("due", key.substring(at + 1, colon))
                        .append("what", MENTIONS.get(key.substring(colon + 1))));
            } else {
                after.add(each);
            }
        }
        return after;
    }

    /** An old id looked like {@code course|attempt:place} or {@code course|check:taken}. */
    private static Document task(String id) {
        int bar = id.indexOf('|');
        String[] parts = id.substring(bar + 1).split(":");
        Document task = new Document("course", id.substring(0, bar));
        switch (parts[0]) {
            case "test-out":
                return task.append("step", "test-out").append("number", 0L);
            case "lesson":
                return task.append("step", "lesson").append("of", parts[1]).append("number", 0L);
            case "check", "review":
                return task.append("step", parts[0]).append("number", Long.parseLong(parts[1]));
            case "assignment":
                return task.append("step", "assignment")
                        .append("of", parts[1])
                        .append("number", Long.parseLong(parts[2]));
            default:
                return task.append("step", "question")
                        .append("of", parts[0])
                        .append("number", Long.parseLong(parts[1]));
        }
    }
}
