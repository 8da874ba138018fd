package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.JobAid;
import dev.fieldcert.curriculum.question.Measure;
import dev.fieldcert.curriculum.question.VariableText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a job aid: front matter between two lines of {@code ---}, then the aid's text. */
final class AidReader {

    /** The most inputs that fit in one form. */
    private static final int MOST_INPUTS = 8;

    private AidReader() {}

    /** Reads a job aid. Returns empty if it is invalid; the problem has then been reported. */
    static Optional<JobAid> read(CurriculumReader reader, String path, String id, String text) {
        List<String> lines = text.lines().toList();
        int end = LessonReader.endOfFrontMatter(lines);
        Problems problems = reader.problems();
        if (end < 0) {
            problems.error(
                    SourceLocation.top(path),
                    "The job aid does not begin with front matter.",
                    "Begin with a line “---”, then “title: …” and “use: …”, then another line “---”.");
            return Optional.empty();
        }
        long errors = problems.errors();
        String body = String.join("\n", lines.subList(end + 1, lines.size())).strip();
        SourceLocation place = new SourceLocation(path, end + 2, 1);
        if (body.isEmpty() || body.length() > Limits.SECTION) {
            problems.error(
                    place,
                    body.isEmpty() ? "The job aid is empty." : "The job aid has " + body.length() + " characters.",
                    "Write what fits into one message: at most " + Limits.SECTION + " characters.");
        }
        return Yaml.parse(path, String.join("\n", lines.subList(1, end)) + "\n", 1, problems)
                .map(node -> reader.fields(path, 1, node).as(Shape.AID))
                .map(fields -> new JobAid(
                        id, fields.text("title", Limits.TITLE), fields.text("use", Limits.LINE), inputs(fields), body))
                .filter(aid -> isFillable(aid, place, problems))
                .filter(aid -> problems.errors() == errors);
    }

    private static List<JobAid.Input> inputs(Fields fields) {
        List<Fields> entries = fields.maps("inputs");
        if (entries.size() > MOST_INPUTS) {
            fields.error("inputs", "A form on a phone has " + MOST_INPUTS + " fields at most.", "Remove some.");
        }
        return entries.stream()
                .map(entry -> entry.as(Shape.AID_INPUT))
                .map(entry -> {
                    String name = entry.text("name", Limits.ID);
                    if (!name.matches("[a-z][a-z0-9_]*")) {
                        entry.error("name", "“" + name + "” is no name of a number.", "Use letters, digits and _.");
                    }
                    String as = entry.word("as", "number", List.of("money", "percent", "number", "ratio"));
                    return new JobAid.Input(
                            name,
                            entry.text("title", Limits.TITLE),
                            Measure.valueOf(as.toUpperCase(Locale.ROOT)),
                            entry.has("value") ? Optional.of(entry.number("value", BigDecimal.ONE)) : Optional.empty());
                })
                .toList();
    }

    private static boolean isFillable(JobAid aid, SourceLocation place, Problems problems) {
        if (!aid.isCalculator()) {
            return true;
        }
        Set<String> names = aid.inputs().stream().map(JobAid.Input::name).collect(Collectors.toSet());
        List<String> wrong = new VariableText(aid.body()).problems(names);
        wrong.forEach(problem ->
                problems.error(place, "The calculation cannot be made: " + problem + ".", "Name its inputs as above."));
        return wrong.isEmpty();
    }
}
