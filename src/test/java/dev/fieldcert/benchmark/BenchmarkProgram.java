package dev.fieldcert.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A program of like courses with single-choice questions, so that every learner's next answer can be clicked blindly. */
final class BenchmarkProgram {

    static final int QUESTIONS = 20;

    private BenchmarkProgram() {}

    static String course(int number) {
        return "course-%03d".formatted(number);
    }

    static void write(Path folder, int courses) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("program.yaml"), """
                id: benchmark
                title: Benchmark
                paths:
                  - id: all
                    title: Everything
                    summary: All courses.
                    courses: [%s]
                competencies: []
                moments: []
                """.formatted(IntStream.rangeClosed(1, courses)
                .mapToObj(BenchmarkProgram::course)
                .collect(Collectors.joining(", "))));
        for (int i = 1; i <= courses; i++) {
            writeCourse(folder.resolve(course(i)), course(i));
        }
    }

    private static void writeCourse(Path folder, String id) throws IOException {
        Files.createDirectories(folder.resolve("lessons"));
        Files.createDirectories(folder.resolve("questions"));
        Files.writeString(folder.resolve("course.yaml"), """
                id: %1$s
                title: The course %1$s
                summary: A course like the others.
                status: ready
                practice:
                  questions: 3
                check:
                  shown-by: [%2$d of %2$d]
                  attempts: 1
                  cool-down: 24 hours
                  test-out-attempts: 1
                badge:
                  id: %1$s-badge
                  name: The badge of %1$s
                  kind: course
                  level: 101
                  description: Earned in a benchmark.
                  criteria: Passed the check.
                  valid-for: 12 months
                  behaviors: []
                  moments: []
                  inferred: true
                objectives:
                  - id: first
                    title: Answer questions
                    coaching: Which question was the last?
                    behaviors: []
                    moments: []
                """.formatted(id, QUESTIONS));
        Files.writeString(folder.resolve("lessons/first.md"), """
                ---
                objective: first
                sources:
                  - title: The benchmark
                    url: https://example.com/
                    note: written for it
                ---
                ## The first card

                What there is to know.

                ## The second card

                What people get wrong.
                """);
        StringBuilder questions = new StringBuilder("practice:\n");
        IntStream.rangeClosed(1, 5).forEach(i -> questions.append(question("p" + i)));
        questions.append("check:\n");
        IntStream.rangeClosed(1, QUESTIONS).forEach(i -> questions.append(question("c" + i)));
        Files.writeString(folder.resolve("questions/first.yaml"), questions);
    }

    private static String question(String id) {
        return """
                  - id: %1$s
                    kind: single-choice
                    ask: A customer says that their releases take a quarter (%1$s). Which question finds out most?
                    options:
                      - {text: "Who approves a release today, and how long does it take?", right: true}
                      - {text: "How many developers do you have, and where are they?", why: "A number explains no delay."}
                      - {text: "Would you like to see a demonstration of the product?", why: "It asks for nothing."}
                      - {text: "Which tools were bought in the last three years?", why: "Tools alone explain little."}
                    explain: The wait is in the approvals, and whoever knows them knows where to begin.
                """.formatted(id);
    }
}
