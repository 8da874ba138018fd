package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.question.Measure;
import java.math.BigDecimal;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The figures that an organization may set for itself. The program's texts name them in double braces. They are filled
 * in line by line before a text is parsed, so that line numbers stay the same.
 *
 * <ul>
 *   <li>{@code {{mql-threshold}}} shows today's figure, or the published one if none is set.
 *   <li>{@code {{= mql-threshold}}} is the number without its unit, for formulas.
 *   <li>{@code {{fiscal-year-start + 2}}} is the name of the month two months after a figure that is a month.
 *   <li>{@code {{#mql-threshold.today}}…{{/mql-threshold.today}}} shows its text only if today's figure differs from the
 *       published one; with {@code ^} instead of {@code #}, only if the two are equal.
 * </ul>
 */
final class Figures {

    private static final String MONTH = "month";
    private static final List<String> MEASURES = List.of("number", "money", "percent", "ratio", MONTH);
    private static final String ID = "[a-z0-9]+(?:-[a-z0-9]+)*";
    private static final Pattern SECTION =
            Pattern.compile("\\{\\{(?<sign>[#^])(?<id>" + ID + ")\\.today}}(?<text>.*?)\\{\\{/\\k<id>\\.today}}");
    private static final Pattern VALUE =
            Pattern.compile("\\{\\{(?<bare>= ?)?(?<id>" + ID + ")(?: ?\\+ ?(?<months>\\d{1,2}))?}}");
    private static final Pattern BROKEN = Pattern.compile("\\{\\{[#^/]" + ID + "[^}]*}}");

    /** @param measure one of {@link #MEASURES} */
    private record Figure(String measure, BigDecimal published, BigDecimal today) {

        boolean isChanged() {
            return published.compareTo(today) != 0;
        }

        String shown(int months) {
            if (measure.equals(MONTH)) {
                return Month.of(today.intValue()).plus(months).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            }
            return Measure.valueOf(measure.toUpperCase(Locale.ROOT)).shown(today);
        }
    }

    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final Map<String, SourceLocation> places = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    /** Reads {@code figures.yaml}. */
    void read(Fields fields) {
        for (Fields entry : fields.as(Shape.FIGURES).maps("figures")) {
            entry.as(Shape.FIGURE);
            String id = entry.id("id");
            String measure = entry.word("as", "number", MEASURES);
            entry.text("title", Limits.HEADER);
            BigDecimal published = value(entry, "published", measure, BigDecimal.ONE);
            Figure figure = new Figure(measure, published, value(entry, "today", measure, published));
            if (figures.put(id, figure) != null) {
                entry.error("id", "The figure “" + id + "” appears here twice.", "Give one another id.");
            }
            places.put(id, entry.place());
        }
    }

    private static BigDecimal value(Fields entry, String key, String measure, BigDecimal otherwise) {
        if (!measure.equals(MONTH)) {
            return entry.number(key, otherwise);
        }
        String text = entry.text(key);
        try {
            return text.isEmpty()
                    ? otherwise
                    : BigDecimal.valueOf(
                            Month.valueOf(text.toUpperCase(Locale.ROOT)).getValue());
        } catch (IllegalArgumentException notAMonth) {
            entry.error(key, "“" + text + "” is not a month.", "Write its English name: February.");
            return BigDecimal.ONE;
        }
    }

    /**
     * Returns the text with the figures filled in, and reports every unknown figure at its line. A program that has no
     * figures keeps its texts unchanged.
     */
    String filled(String path, String text, Problems problems) {
        if (figures.isEmpty() || !text.contains("{{")) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            if (number++ > 0) {
                filled.append('\n');
            }
            filled.append(line.contains("{{") ? line(path, number, line, problems) : line);
        }
        return filled.toString();
    }

    private String line(String path, int number, String line, Problems problems) {
        String chosen = SECTION.matcher(line).replaceAll(section -> {
            Figure figure = figure(section.group(2), place(path, number, section.start()), problems);
            boolean shown = figure.isChanged() == section.group(1).equals("#");
            return shown ? Matcher.quoteReplacement(section.group(3)) : "";
        });
        Matcher broken = BROKEN.matcher(chosen);
        if (broken.find()) {
            problems.error(
                    place(path, number, line.indexOf(broken.group())),
                    broken.group() + " has no other half in this line.",
                    "Write {{#figure.today}}…{{/figure.today}} in one line.");
        }
        return VALUE.matcher(chosen).replaceAll(value -> {
            SourceLocation place = place(path, number, Math.max(0, line.indexOf(value.group())));
            Figure figure = figure(value.group(2), place, problems);
            int months = value.group(3) == null ? 0 : Integer.parseInt(value.group(3));
            if (months > 0 && !figure.measure().equals(MONTH)) {
                problems.error(place, value.group() + " counts months from a figure that is no month.", "Drop the +.");
            }
            return Matcher.quoteReplacement(
                    value.group(1) == null
                            ? figure.shown(months)
                            : figure.today().stripTrailingZeros().toPlainString());
        });
    }

    private Figure figure(String id, SourceLocation place, Problems problems) {
        used.add(id);
        Figure figure = figures.get(id);
        if (figure == null) {
            problems.error(
                    place,
                    "“" + id + "” is not one of the program's figures.",
                    DidYouMean.among(List.copyOf(figures.keySet()), id).orElse("Add it to figures.yaml."));
            return new Figure("number", BigDecimal.ONE, BigDecimal.ONE);
        }
        return figure;
    }

    private static SourceLocation place(String path, int line, int column) {
        return new SourceLocation(path, line, column + 1);
    }

    /**
     * Warns of each figure that no text shows. It reports nothing while there are errors, because a file that could
     * not be read may show the figure.
     */
    void reportUnused(Problems problems) {
        if (problems.errors() > 0) {
            return;
        }
        places.forEach((id, place) -> {
            if (!used.contains(id)) {
                problems.warning(
                        place, "No text shows the figure “" + id + "”.", "Write {{" + id + "}} where it counts.");
            }
        });
    }
}
