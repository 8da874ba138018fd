package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.gift.GiftExport;
import dev.fieldcert.curriculum.gift.GiftProblem;
import dev.fieldcert.curriculum.gift.GiftReader;
import dev.fieldcert.curriculum.gift.GiftReading;
import dev.fieldcert.curriculum.gift.GiftWriter;
import dev.fieldcert.curriculum.question.Question;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code gift-import <file.gift> [<out.yaml>]} and {@code gift-export <questions.yaml> <pool>}. Nothing is half done:
 * with an error in it, a GIFT file becomes no YAML at all.
 */
public final class GiftCommand {

    public static final String IMPORT = "gift-import";
    public static final String EXPORT = "gift-export";
    public static final String USAGE =
            "Usage: " + IMPORT + " <file.gift> [<out.yaml>]\n       " + EXPORT + " <questions.yaml> practice|check";

    private final PrintStream out;

    private GiftCommand(PrintStream out) {
        this.out = out;
    }

    /** @return the exit code: 0 when done, 1 when the file has errors or not all could be said, 2 when it could not be run */
    public static int run(String[] args, PrintStream out) {
        GiftCommand command = new GiftCommand(out);
        List<String> words = List.of(args);
        try {
            if (words.size() >= 2 && words.size() <= 3 && words.get(0).equals(IMPORT)) {
                Optional<Path> to = words.size() == 3 ? Optional.of(Path.of(words.get(2))) : Optional.empty();
                return command.convert(Path.of(words.get(1)), to);
            }
            if (words.size() == 3
                    && words.get(0).equals(EXPORT)
                    && List.of("practice", "check").contains(words.get(2))) {
                return command.export(Path.of(words.get(1)), words.get(2));
            }
        } catch (IOException e) {
            out.println("Cannot read or write it: " + e);
            return 2;
        }
        out.println(USAGE);
        return 2;
    }

    private int convert(Path file, Optional<Path> to) throws IOException {
        GiftReading reading = GiftReader.read(Files.readString(file));
        Problems problems = new Problems();
        for (GiftProblem problem : reading.problems()) {
            problems.add(GiftQuestions.problem(file.toString(), problem));
        }
        List<Question> practice = new ArrayList<>();
        List<Question> check = new ArrayList<>();
        for (GiftReading.Entry entry : reading.entries()) {
            SourceLocation place = new SourceLocation(file.toString(), entry.line(), entry.column());
            GiftQuestions.checked(entry, place, problems)
                    .ifPresent((entry.pool().equals("check") ? check : practice)::add);
        }
        if (to.isPresent() || problems.errors() > 0) {
            problems.inOrder().forEach(out::println);
        }
        if (problems.errors() > 0) {
            out.println("Nothing was converted.");
            return 1;
        }
        String yaml = QuestionYaml.write(practice, check);
        if (to.isEmpty()) {
            problems.inOrder().forEach(problem -> out.println("# " + problem));
            out.print(yaml);
            return 0;
        }
        if (Files.exists(to.get())) {
            out.println(to.get() + " is there already; choose another name, or remove it.");
            return 2;
        }
        Files.writeString(to.get(), yaml, StandardCharsets.UTF_8);
        out.println(
                practice.size() + " practice and " + check.size() + " check questions written to " + to.get() + ".");
        return 0;
    }

    private int export(Path file, String pool) throws IOException {
        Problems problems = new Problems();
        List<Question> questions = new ArrayList<>();
        Yaml.parse(file.toString(), Files.readString(file), 0, problems)
                .map(node -> new Fields(file.toString(), 0, node, problems).as(Shape.QUESTIONS))
                .ifPresent(fields -> fields.maps(pool)
                        .forEach(entry -> QuestionReader.read(entry).ifPresent(questions::add)));
        if (problems.errors() > 0) {
            problems.inOrder().forEach(out::println);
            out.println("Nothing was converted.");
            return 1;
        }
        GiftExport export = GiftWriter.write(pool, questions);
        export.leftOut().forEach((id, reason) -> out.println("// left out " + id + ": " + reason));
        out.print(export.text());
        return export.leftOut().isEmpty() ? 0 : 1;
    }
}
