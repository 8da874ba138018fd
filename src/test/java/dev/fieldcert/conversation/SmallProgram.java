package dev.fieldcert.conversation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A program small enough to be known by heart: an objective for each kind of question, with one question to practise
 * and one to be checked by; a course with an assignment; and two that can be tested out, a path with a certificate. It lies
 * in a folder that tests may change.
 */
final class SmallProgram {

    private static final String PROGRAM = """
            id: small
            title: A small program
            paths:
              - id: everything
                title: Everything
                summary: One question of each kind.
                courses: [kinds, planning, known]
              - id: basics
                title: The basics
                summary: What many know already.
                courses: [known, familiar]
                certificate:
                  id: basics-certificate
                  name: The basics
                  level: 101
                  description: Knows the basics.
                  criteria: Earned both badges.
                  valid-for: 12 months
                  inferred: true
            """;

    private static final Map<String, String> KINDS = kinds();

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("single", """
                kind: single-choice
                ask: Which plan spans all accounts?
                options:
                  - {text: The territory plan, right: true, pinned: true}
                  - {text: The account plan, why: It looks at one customer only., pinned: true}
                explain: A territory is all of your accounts together.
                """);
        kinds.put("multiple", """
                kind: multiple-choice
                ask: Which two shorten the lead time?
                options:
                  - {text: Small batches, right: true}
                  - {text: Tests with each commit, right: true, why: They find faults while they are small.}
                  - {text: A release train, why: Finished work waits for the train.}
                explain: Lead time falls when work neither waits nor piles up.
                """);
        kinds.put("truth", """
                kind: true-false
                ask: Sales has accepted every MQL.
                answer: false
                why: Marketing qualified it; acceptance comes next.
                explain: An MQL waits for a first conversation.
                """);
        kinds.put("matching", """
                kind: matching
                ask: Match each plan with its question.
                pairs:
                  - {left: Territory plan, right: Where?, why: It spans all accounts.}
                  - {left: Account plan, right: How to grow?}
                  - {left: Opportunity plan, right: How to win?}
                explain: They differ in what they look at.
                """);
        kinds.put("sorting", """
                kind: sorting
                ask: Pipeline management or forecasting?
                categories: [Pipeline management, Forecasting]
                items:
                  - {text: Move a deal back, category: Pipeline management, why: A stage is the deal's state.}
                  - {text: Call the 50/50, category: Forecasting}
                explain: One changes deals, the other says what they bring.
                """);
        kinds.put("ordering", """
                kind: ordering
                ask: Put the loop in order.
                steps: [Observe, Orient, Decide, Act]
                explain: Each step needs what the one before it found.
                """);
        kinds.put("numeric", """
                kind: numeric
                ask: Your quota is {quota} and you closed {closed}. How large is your gap?
                variables:
                  quota: {from: 400000, to: 800000, step: 10000, as: money}
                  closed: {from: 100000, to: 300000, step: 10000, as: money}
                answer: quota - closed
                as: money
                mistakes:
                  - {answer: quota + closed, why: You added what is closed already.}
                solution: "{quota} − {closed} = {answer}"
                explain: The gap is what is not closed yet.
                """);
        kinds.put("short", """
                kind: short-answer
                ask: What does the A in OODA stand for?
                accept: [Act]
                mistakes:
                  - {answer: Adapt, why: Adapting is for the next round.}
                explain: The loop closes with acting.
                """);
        kinds.put("written", """
                kind: written
                ask: What is a territory plan for?
                key-points:
                  - It says where you spend your time
                  - It says what you leave undone
                model-answer: It says where I spend my time this year, and what I leave undone for it.
                explain: A plan that leaves nothing out decides nothing.
                """);
        kinds.put("scenario", scenario());
        return kinds;
    }

    private static String scenario() {
        return """
                kind: scenario
                ask: Find a way in.
                start: call
                scenes:
                  - id: call
                    text: The head of platform says builds take two hours.
                    choices:
                      - {text: Ask what it costs, points: 2, to: cost, consequence: She has the number ready.}
                      - {text: Offer a demo, points: 0, to: lost, consequence: She is polite.}
                  - id: cost
                    text: A day a week for every team.
                    choices:
                      - {text: Ask who feels it, points: 2, to: end, consequence: She names somebody.}
                      - {text: Send a price list, points: 0, to: end, consequence: It is filed.}
                  - id: lost
                    text: She has ten minutes left.
                    choices:
                      - {text: Come back to the builds, points: 1, to: end, consequence: She tells.}
                      - {text: Start the demo, points: 0, to: end, consequence: They end.}
                explain: A named problem is the shortest way in.
                """;
    }

    private static Path folder;

    private SmallProgram() {}

    /** Written anew for each run of the tests. */
    static synchronized Path folder() {
        if (folder == null) {
            try {
                folder = Files.createTempDirectory("small-program");
                write();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }

    private static void write() throws IOException {
        put("program.yaml", PROGRAM);
        course("kinds", "Every kind", 5, 1, false, List.copyOf(KINDS.keySet()), "");
        for (Map.Entry<String, String> kind : KINDS.entrySet()) {
            objective("kinds", kind.getKey(), List.of(kind.getValue()), checkOf(kind.getKey()));
        }
        course("planning", "Planning", 3, 1, false, List.of("plan"), "    assignment: plan\n");
        objective("planning", "plan", List.of(statement("A plan has owners.")), statements("A plan ends", 3));
        put("planning/assignments/plan.yaml", """
                id: plan
                title: Present a plan
                instructions: Plan two quarters on one page.
                pass-score: 12
                rubric:
                  - {id: a, title: Priorities, levels: [None., Some., Most., All.]}
                  - {id: b, title: Evidence, levels: [None., Some., Most., All.]}
                  - {id: c, title: Actions, levels: [None., Some., Most., All.]}
                  - {id: d, title: Telling, levels: [None., Some., Most., All.]}
                """);
        course("known", "Known already", 3, 2, true, List.of("first", "second"), "");
        for (String objective : List.of("first", "second")) {
            objective(
                    "known",
                    objective,
                    List.of(statement("Practising " + objective + " is one thing.")),
                    statements("Knowing " + objective + " is one thing", 5));
        }
        course("familiar", "Familiar ground", 3, 1, true, List.of("ground"), "");
        objective(
                "familiar",
                "ground",
                List.of(statement("The ground is known.")),
                statements("The ground is familiar", 3));
    }

    /** The scenario is checked by a scenario: that it cannot be walked back there is a rule of its own. */
    private static List<String> checkOf(String kind) {
        if (!kind.equals("scenario")) {
            return statements("A check about " + kind + " says so", 5);
        }
        return IntStream.rangeClosed(1, 5)
                .mapToObj(i -> scenario().replace("Find a way in.", "Find another way in, for the " + i + "th time."))
                .toList();
    }

    /** As many as the attempts at the check want. */
    private static List<String> statements(String statement, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> statement(statement + ", and this is way " + i + " to say it."))
                .toList();
    }

    /** A question that is right when it is called true. */
    private static String statement(String statement) {
        return """
                kind: true-false
                ask: %s
                answer: true
                why: It is so.
                explain: It is so.
                """.formatted(statement);
    }

    private static void course(
            String id,
            String title,
            int attempts,
            int drawn,
            boolean testOutFirst,
            List<String> objectives,
            String more)
            throws IOException {
        StringBuilder text =
                new StringBuilder("""
                id: %s
                title: %s
                summary: A course.
                status: ready
                test-out-first: %s
                practice: {questions: 1}
                check: {shown-by: [%d of %d], attempts: %d, cool-down: 24 hours, test-out-attempts: 1}
                badge:
                  id: %s-101
                  name: %s
                  kind: course
                  level: 101
                  description: Did it.
                  criteria: Passed the check.
                  valid-for: 12 months
                  inferred: true
                objectives:
                """.formatted(id, title, testOutFirst, drawn, drawn, attempts, id, title));
        for (String objective : objectives) {
            text.append("  - id: ")
                    .append(objective)
                    .append("\n    title: About ")
                    .append(objective)
                    .append('\n');
            text.append("    coaching: How did ")
                    .append(objective)
                    .append(" go?\n")
                    .append(more);
        }
        put(id + "/course.yaml", text.toString());
    }

    private static void objective(String course, String id, List<String> practice, List<String> check)
            throws IOException {
        put(course + "/lessons/" + id + ".md", """
                ---
                objective: %s
                sources:
                  - {title: A page, url: "https://example.com/page"}
                ---
                ## The point of %s

                It matters. For example: a customer asked.

                ## What people get wrong about %s

                They skip it.
                """.formatted(id, id, id));
        put(
                course + "/questions/" + id + ".yaml",
                "practice:\n" + items(id + "-p", practice) + "check:\n" + items(id + "-c", check));
    }

    private static String items(String ids, List<String> questions) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < questions.size(); i++) {
            text.append("  - id: ").append(ids).append(i + 1).append('\n');
            questions
                    .get(i)
                    .lines()
                    .forEach(line -> text.append("    ").append(line).append('\n'));
        }
        return text.toString();
    }

    static void put(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }
}
