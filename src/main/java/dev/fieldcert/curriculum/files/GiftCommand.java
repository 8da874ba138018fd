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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code gift-import <file.gift> [<out.yaml>] [--pool practice|check]} and {@code gift-export <questions.yaml>
 * <pool>}. A question that cannot be converted is reported and left out; the others are converted.
 */
public final class GiftCommand {

    public static final String IMPORT = "gift-import";
    public static final String EXPORT = "gift-export";
    public static final String USAGE = "Usage: " + IMPORT + " <file.gift> [<out.yaml>] [--pool practice|check]\n       "
            + EXPORT + " <questions.yaml> practice|check";

    private static final String POOL = "--pool";
    private static final List<String> POOLS = List.of("practice", "check");

    private final PrintStream out;

    private GiftCommand(PrintStream out) {
        this.out = out;
    }

    /**
     * @return the exit code: 0 when everything was converted, 1 when something was left out or nothing was converted,
     *     2 when the command could not run
     */
    public static int run(String[] args, PrintStream out) {
        GiftCommand command = new GiftCommand(out);
        List<String> words = new ArrayList<>(List.of(args));
        String pool = pool(words);
        try {
            if (POOLS.contains(pool) && words.get(0).equals(IMPORT) && words.size() >= 2 && words.size() <= 3) {
                Optional<Path> to = words.size() == 3 ? Optional.of(Path.of(words.get(2))) : Optional.empty();
                return command.convert(Path.of(words.get(1)), to, pool);
            }
            if (words.size() == 3 && words.get(0).equals(EXPORT) && POOLS.contains(words.get(2))) {
                return command.export(Path.of(words.get(1)), words.get(2));
            }
        } catch (NoSuchFileException e) {
            out.println("There is no file " + e.getMessage() + ".");
            return 2;
        } catch (IOException e) {
            out.println("Cannot read or write it: " + e);
            return 2;
        }
        out.println(USAGE);
        return 2;
    }

    /**
     * Removes {@code --pool} and its value from the words. Returns the value: {@code practice} if the option is
     * missing, an empty text if only its value is missing.
     */
    private static String pool(List<String> words) {
        int at = words.indexOf(POOL);
        if (at < 0) {
            return "practice";
        }
        words.remove(at);
        return at < words.size() ? words.remove(at) : "";
    }

    private int convert(Path file, Optional<Path> to, String pool) throws IOException {
        Problems problems = new Problems();
        Optional<String> text = text(file, problems);
        GiftReading reading = GiftReader.read(text.orElse(""), pool);
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
        int found = practice.size() + check.size();
        if (text.isPresent() && found == 0 && problems.errors() == 0) {
            problems.error(
                    SourceLocation.top(file.toString()),
                    "There is no question in this file.",
                    "A question looks like this: ::Title::Is it? {TRUE####Because.}");
        }
        if (found == 0) {
            problems.inOrder().forEach(out::println);
            out.println("Nothing was converted.");
            return 1;
        }
        int code = problems.errors() == 0 ? 0 : 1;
        String yaml = QuestionYaml.write(practice, check);
        if (to.isEmpty()) {
            problems.inOrder().forEach(problem -> out.println("# " + problem));
            out.print(yaml);
            return code;
        }
        if (Files.exists(to.get())) {
            out.println(to.get() + " already exists. Choose another name, or remove it.");
            return 2;
        }
        problems.inOrder().forEach(out::println);
        Files.writeString(to.get(), yaml, StandardCharsets.UTF_8);
        out.println(practice.size() + " practice and " + check.size() + " check questions written to " + to.get() + "."
                + (code == 0 ? "" : " Questions with errors were left out."));
        return code;
    }

    /** Returns the file's text; empty if it is not UTF-8, which has then been reported. */
    private static Optional<String> text(Path file, Problems problems) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int at = text.indexOf('\uFFFD');
        if (at >= 0) {
            SourceLocation place = SourceLocation.at(file.toString(), text, at);
            problems.error(place, "A character in line " + place.line() + " is not UTF-8.", "Save the file as UTF-8.");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private int export(Path file, String pool) throws IOException {
        Problems problems = new Problems();
        List<Question> questions = new ArrayList<>();
        text(file, problems)
                .flatMap(text -> Yaml.parse(file.toString(), text, 0, problems))
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
