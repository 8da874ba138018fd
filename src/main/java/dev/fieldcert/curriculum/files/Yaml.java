package dev.fieldcert.curriculum.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Parses YAML to nodes with positions. */
final class Yaml {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(1_000_000)
            .setMaxAliasesForCollections(50)
            .build();

    /** The maximum depth: more than four times that of the deepest valid file, a scenario. */
    private static final int DEEPEST = 50;

    private Yaml() {}

    /** Parses the only document of a text. Returns empty if it cannot; the problem has then been reported. */
    static Optional<Node> parse(String file, String text, int linesBefore, Problems problems) {
        List<Node> documents = new ArrayList<>();
        try {
            Optional<Mark> tooDeep = tooDeep(text);
            if (tooDeep.isPresent()) {
                problems.error(
                        place(file, tooDeep.get(), linesBefore),
                        "This is nested too deeply: more than " + DEEPEST + " levels.",
                        "Close the brackets before, or check the indentation.");
                return Optional.empty();
            }
            new Compose(SETTINGS).composeAllFromString(text).forEach(documents::add);
        } catch (MarkedYamlEngineException e) {
            SourceLocation place = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(mark -> place(file, mark, linesBefore))
                    .orElse(new SourceLocation(file, linesBefore + 1, 1));
            problems.error(place, "This is not YAML: " + e.getProblem() + ".", mend(e.getProblem()));
            return Optional.empty();
        } catch (ReaderException e) {
            String before = text.substring(0, unprintable(text));
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            problems.error(
                    new SourceLocation(file, linesBefore + line, before.length() - before.lastIndexOf('\n')),
                    String.format("A character here, U+%04X, is not allowed.", e.getCodePoint()),
                    "Remove it; it is invisible and most often pasted by accident.");
            return Optional.empty();
        } catch (YamlEngineException e) {
            problems.error(
                    new SourceLocation(file, linesBefore + 1, 1),
                    "This is not YAML: " + e.getMessage(),
                    "Compare it with the example in docs/writing-a-course.md.");
            return Optional.empty();
        }
        if (documents.size() == 1) {
            return Optional.of(documents.get(0));
        }
        problems.error(
                documents.isEmpty()
                        ? new SourceLocation(file, linesBefore + 1, 1)
                        : place(file, documents.get(1).getStartMark().orElseThrow(), linesBefore),
                documents.isEmpty() ? "The file is empty." : "A second document begins here.",
                documents.isEmpty() ? "Write it, or delete the file." : "Remove the line “---” before it.");
        return Optional.empty();
    }

    /**
     * Where the nesting first exceeds the limit; empty if it does not. Composing a text that is nested too deeply
     * would overflow the stack.
     */
    private static Optional<Mark> tooDeep(String text) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                return event.getStartMark();
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
        return Optional.empty();
    }

    /**
     * The index of the first unprintable character. The exception's own position does not count from the start of the
     * text.
     */
    private static int unprintable(String text) {
        int at = 0;
        while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    static SourceLocation place(String file, Mark mark, int linesBefore) {
        return new SourceLocation(file, mark.getLine() + 1 + linesBefore, mark.getColumn() + 1);
    }

    private static String mend(String problem) {
        if (problem.contains("mapping values are not allowed")) {
            return "Put the text in quotation marks: a colon with a space after it means something in YAML.";
        }
        if (problem.contains("TAB") || problem.contains("\\t")) {
            return "Indent with spaces.";
        }
        if (problem.contains("undefined alias")) {
            return "Put the text in quotation marks if it begins with *, or define the anchor with &.";
        }
        if (problem.contains("cannot start any token")) {
            return "Put the text in quotation marks: it begins with a character that means something in YAML.";
        }
        if (problem.contains("',' or")) {
            return "Close the bracket or brace, and put texts that contain , [ ] { } in quotation marks.";
        }
        if (problem.contains("block end") || problem.contains("simple key") || problem.contains("could not find")) {
            return "Check the indentation of this line and of the one above, and that the key ends with a colon;"
                    + " a text that begins with a quotation mark must end with one.";
        }
        if (problem.contains("quoted scalar") || problem.contains("end of stream")) {
            return "Close the quotation mark.";
        }
        return "Put texts with special characters in quotation marks, and check the indentation.";
    }
}
