package dev.fieldcert.curriculum;

import dev.fieldcert.curriculum.question.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The difference between two versions of the program.
 *
 * @param added ids of courses
 * @param removed ids of courses
 * @param changed the differences of each course that is in both versions and has changed, by course id
 */
public record ProgramDiff(List<String> added, List<String> removed, Map<String, List<String>> changed) {

    public static ProgramDiff between(Program before, Program now) {
        List<String> added = now.courses().stream()
                .map(Course::id)
                .filter(id -> before.course(id).isEmpty())
                .toList();
        List<String> removed = before.courses().stream()
                .map(Course::id)
                .filter(id -> now.course(id).isEmpty())
                .toList();
        Map<String, List<String>> changed = new LinkedHashMap<>();
        for (Course course : now.courses()) {
            before.course(course.id()).ifPresent(old -> {
                List<String> differences = differences(old, course);
                if (!differences.isEmpty()) {
                    changed.put(course.id(), differences);
                }
            });
        }
        return new ProgramDiff(added, removed, changed);
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    private static List<String> differences(Course before, Course now) {
        List<String> differences = new ArrayList<>();
        if (!before.title().equals(now.title())) {
            differences.add("title");
        }
        if (before.coming() != now.coming()) {
            differences.add(now.coming() ? "is closed for now" : "is open now");
        }
        if (!before.check().equals(now.check())) {
            differences.add("rules of the check");
        }
        if (!before.badge().equals(now.badge())) {
            differences.add("badge");
        }
        if (!before.aids().equals(now.aids())) {
            differences.add("job aids");
        }
        if (!before.task().equals(now.task())) {
            differences.add("practice task");
        }
        Map<String, Objective> old = byId(before);
        Map<String, Objective> current = byId(now);
        current.forEach((id, objective) -> {
            if (!old.containsKey(id)) {
                differences.add("new objective " + id);
            } else {
                differences.addAll(differences(old.get(id), objective));
            }
        });
        old.keySet().stream()
                .filter(id -> !current.containsKey(id))
                .forEach(id -> differences.add("objective " + id + " is gone"));
        return differences;
    }

    private static Map<String, Objective> byId(Course course) {
        Map<String, Objective> objectives = new LinkedHashMap<>();
        course.objectives().forEach(objective -> objectives.put(objective.id(), objective));
        return objectives;
    }

    private static List<String> differences(Objective before, Objective now) {
        List<String> differences = new ArrayList<>();
        if (!before.title().equals(now.title())) {
            differences.add("wording of " + now.id());
        }
        if (!Objects.equals(before.lesson(), now.lesson())) {
            differences.add("lesson of " + now.id());
        }
        if (!before.assignment().equals(now.assignment())) {
            differences.add("assignment of " + now.id());
        }
        Map<String, String> old = questions(before);
        Map<String, String> current = questions(now);
        long fresh =
                current.keySet().stream().filter(id -> !old.containsKey(id)).count();
        long gone = old.keySet().stream().filter(id -> !current.containsKey(id)).count();
        long other = current.entrySet().stream()
                .filter(question -> old.containsKey(question.getKey())
                        && !old.get(question.getKey()).equals(question.getValue()))
                .count();
        if (fresh + gone + other > 0) {
            differences.add(
                    "questions of " + now.id() + ": " + fresh + " new, " + gone + " gone, " + other + " changed");
        }
        return differences;
    }

    /** The pool and the content of each question as text, by question id. */
    private static Map<String, String> questions(Objective objective) {
        Map<String, String> questions = new LinkedHashMap<>();
        Stream.concat(
                        objective.practice().stream().map(question -> Map.entry("practice", question)),
                        objective.checkPool().stream().map(question -> Map.entry("check", question)))
                .forEach(entry -> {
                    Question question = entry.getValue();
                    questions.put(question.id(), entry.getKey() + question);
                });
        return questions;
    }
}
