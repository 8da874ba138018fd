package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.question.Matching;
import dev.fieldcert.curriculum.question.MultipleChoice;
import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.Ordering;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.curriculum.question.Sorting;
import dev.fieldcert.curriculum.question.Stimulus;
import dev.fieldcert.curriculum.question.TrueFalse;
import dev.fieldcert.curriculum.question.Variants;
import dev.fieldcert.curriculum.question.Written;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;

/** Reads one question of any kind. */
final class QuestionReader {

    private static final List<String> KINDS =
            Shape.KINDS.stream().map(Shape::title).toList();

    private static final int MOST_VARIANTS = 40;
    private static final int MOST_KEY_POINTS = 5;

    private static final Parser PARSER = Parser.builder().build();

    private final Fields fields;

    /** Reports links that Slack cannot show. */
    private static final class Links extends AbstractVisitor {

        private final SourceLocation place;
        private final Problems problems;

        Links(SourceLocation place, Problems problems) {
            this.place = place;
            this.problems = problems;
        }

        @Override
        public void visit(Link link) {
            if (!Urls.canBeLinked(link.getDestination())) {
                problems.error(
                        place,
                        "The link to “" + link.getDestination() + "” leads nowhere.",
                        "Write a full address, such as https://…, without spaces or vertical bars.");
            }
            visitChildren(link);
        }
    }

    private QuestionReader(Fields fields) {
        this.fields = fields;
    }

    /** Returns the question; empty if it has an error, which has then been reported. */
    static Optional<Question> read(Fields fields) {
        long errors = fields.problems().errors();
        String name = fields.has("kind") ? fields.word("kind", "", KINDS) : "";
        Optional<Shape> kind = Shape.kind(name);
        if (kind.isEmpty()) {
            if (!fields.has("kind")) {
                fields.error(
                        "kind", "The question has no kind.", "Add “kind:” with one of " + String.join(", ", KINDS));
            }
            return Optional.empty();
        }
        fields.as(kind.get());
        fields.id("id");
        Optional<Question> question = new QuestionReader(fields).read(kind.get());
        fields.eachText((place, text) -> PARSER.parse(text).accept(new Links(place, fields.problems())));
        return fields.problems().errors() == errors ? question : Optional.empty();
    }

    private Optional<Question> read(Shape kind) {
        String id = fields.text("id");
        String ask = fields.text("ask", Limits.ASK);
        String explain = fields.text("explain", Limits.EXPLAIN);
        Optional<Stimulus> stimulus = stimulus();
        switch (kind) {
            case SINGLE_CHOICE:
                List<Option> one = options();
                long right = one.stream().filter(Option::right).count();
                if (fields.has("options") && right != 1) {
                    fields.error(
                            "options",
                            "A single-choice question has exactly one right option, but this one has " + right + ".",
                            right == 0 ? "Mark it with “right: true”." : "Make it multiple-choice, or mark one only.");
                }
                return Optional.of(new SingleChoice(id, ask, stimulus, one, explain));
            case MULTIPLE_CHOICE:
                List<Option> several = options();
                if (fields.has("options") && several.stream().noneMatch(Option::right)) {
                    fields.error("options", "No option is right.", "Mark the right ones with “right: true”.");
                }
                return Optional.of(
                        new MultipleChoice(id, ask, stimulus, several, explain, fields.flag("say-how-many", false)));
            case TRUE_FALSE:
                boolean answer = fields.flag("answer", true);
                return Optional.of(new TrueFalse(id, ask, stimulus, answer, fields.text("why", Limits.WHY), explain));
            case MATCHING:
                return Optional.of(new Matching(id, ask, stimulus, pairs(), extra(), explain));
            case SORTING:
                return sorting(id, ask, stimulus, explain);
            case ORDERING:
                List<String> steps = distinct("steps", fields.texts("steps", Limits.LINE));
                return atLeast("steps", steps, 3)
                        ? Optional.of(new Ordering(id, ask, stimulus, steps, explain))
                        : Optional.empty();
            case NUMERIC:
                return new NumericReader(fields)
                        .read(id, ask, stimulus, explain)
                        .map(Function.identity());
            case SHORT_ANSWER:
                List<String> accept = distinct("accept", fields.texts("accept", ShortAnswer.LONGEST));
                between("accept", accept.size(), 1, MOST_VARIANTS);
                return !accept.isEmpty()
                        ? Optional.of(new ShortAnswer(
                                id,
                                ask,
                                stimulus,
                                withVariants(accept),
                                fields.whole("typo", 0, 0, 3),
                                mistakes(),
                                explain))
                        : Optional.empty();
            case WRITTEN:
                List<String> points = distinct("key-points", fields.texts("key-points", Limits.LINE));
                between("key-points", points.size(), 2, MOST_KEY_POINTS);
                String model = fields.text("model-answer", Limits.EXPLAIN);
                return points.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Written(id, ask, stimulus, points, model, explain));
            case SCENARIO:
                return new ScenarioReader(fields)
                        .read(id, ask, stimulus, explain)
                        .map(Function.identity());
            default:
                throw new IllegalArgumentException(kind + " is not a kind of question");
        }
    }

    /** The listed answers, all texts that the patterns match, and times in other units if the author allows them. */
    private List<String> withVariants(List<String> listed) {
        Set<String> all = new LinkedHashSet<>(listed);
        if (fields.has("patterns")) {
            for (Text pattern : fields.texts("patterns", ShortAnswer.LONGEST)) {
                Optional<List<String>> meant = Variants.of(pattern.value());
                if (meant.isEmpty()) {
                    fields.error(
                            "patterns",
                            "The pattern “" + pattern.value() + "” has an unclosed bracket, or matches more than "
                                    + Variants.MOST + " texts.",
                            "Write “(a|b)” for alternatives and “[a]” for an optional part.");
                }
                meant.orElse(List.of()).stream()
                        .filter(text -> all.stream().noneMatch(text::equalsIgnoreCase))
                        .forEach(all::add);
            }
        }
        if (fields.flag("any-unit-of-time", false)) {
            List.copyOf(all).stream()
                    .flatMap(text -> Variants.inOtherUnits(text).stream())
                    .filter(text -> all.stream().noneMatch(text::equalsIgnoreCase))
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    private List<Option> options() {
        List<Option> options = new ArrayList<>();
        List<Text> texts = new ArrayList<>();
        for (Fields entry : fields.maps("options")) {
            entry.as(Shape.OPTION);
            boolean right = entry.flag("right", false);
            String why = entry.text("why", Limits.WHY);
            if (!right && why.isEmpty() && !entry.has("why")) {
                entry.error(
                        "why", "This wrong option has no “why”.", "Say why somebody picks it, and why it is wrong.");
            }
            texts.add(new Text(entry.text("text", Limits.OPTION), entry.place()));
            options.add(new Option(
                    Option.idAt(options.size()),
                    texts.get(texts.size() - 1).value(),
                    right,
                    why,
                    entry.flag("pinned", false)));
        }
        distinct("options", texts);
        between("options", options.size(), 2, Limits.OPTIONS);
        return options;
    }

    private List<Matching.Pair> pairs() {
        List<Matching.Pair> pairs = new ArrayList<>();
        List<Text> lefts = new ArrayList<>();
        List<Text> rights = new ArrayList<>();
        for (Fields entry : fields.maps("pairs")) {
            entry.as(Shape.PAIR);
            lefts.add(new Text(entry.text("left", Limits.LINE), entry.place()));
            rights.add(new Text(entry.text("right", Limits.TARGET), entry.place("right")));
            pairs.add(new Matching.Pair(entry.text("left"), entry.text("right"), entry.text("why", Limits.WHY)));
        }
        rights.addAll(fields.texts("extra", Limits.TARGET));
        distinct("left", lefts);
        distinct("right", rights);
        between("pairs", pairs.size(), 2, Limits.LINES);
        return pairs;
    }

    private List<String> extra() {
        return fields.has("extra")
                ? fields.texts("extra", Limits.TARGET).stream().map(Text::value).toList()
                : List.of();
    }

    private Optional<Question> sorting(String id, String ask, Optional<Stimulus> stimulus, String explain) {
        List<String> categories = distinct("categories", fields.texts("categories", Limits.TARGET));
        between("categories", categories.size(), 2, Limits.OPTIONS);
        List<Sorting.Entry> entries = new ArrayList<>();
        List<Text> texts = new ArrayList<>();
        for (Fields entry : fields.maps("items")) {
            entry.as(Shape.ITEM);
            texts.add(new Text(entry.text("text", Limits.LINE), entry.place()));
            String category = entry.word("category", "", categories);
            entries.add(new Sorting.Entry(entry.text("text"), category, entry.text("why", Limits.WHY)));
        }
        distinct("items", texts);
        between("items", entries.size(), 2, Limits.LINES);
        boolean sorted = entries.stream().allMatch(entry -> categories.contains(entry.category()));
        return sorted ? Optional.of(new Sorting(id, ask, stimulus, categories, entries, explain)) : Optional.empty();
    }

    private List<ShortAnswer.Mistake> mistakes() {
        return fields.maps("mistakes").stream()
                .map(entry -> entry.as(Shape.MISTAKE))
                .map(entry -> new ShortAnswer.Mistake(
                        entry.text("answer", ShortAnswer.LONGEST), entry.text("why", Limits.WHY)))
                .toList();
    }

    private Optional<Stimulus> stimulus() {
        if (fields.has("table") && fields.has("picture")) {
            fields.error("picture", "A question shows a table or a picture, not both.", "Remove one.");
        }
        return fields.map("table")
                .map(table -> (Stimulus) table(table.as(Shape.TABLE)))
                .or(() -> fields.map("picture").map(picture -> picture(picture.as(Shape.PICTURE))));
    }

    private static Stimulus.Table table(Fields table) {
        List<List<Text>> rows = table.rows("rows", Limits.CELL);
        if (rows.size() < 2 && table.has("rows")) {
            table.error(
                    "rows",
                    "A table has a header and at least one row.",
                    "Add a row, or put the content into the text.");
        }
        for (List<Text> row : rows) {
            if (row.size() != rows.get(0).size()) {
                SourceLocation place =
                        row.isEmpty() ? table.place("rows") : row.get(0).place();
                table.problems()
                        .error(
                                place,
                                "This row has " + row.size() + " cells, the header has "
                                        + rows.get(0).size() + ".",
                                "Add or remove cells; a cell with a comma in it needs quotation marks.");
            }
        }
        List<List<String>> cells =
                rows.stream().map(row -> row.stream().map(Text::value).toList()).toList();
        return new Stimulus.Table(cells, table.text("alternative", Limits.ALTERNATIVE));
    }

    private static Stimulus picture(Fields picture) {
        String url = Urls.read(picture, "url");
        if (url.startsWith("http:")) {
            picture.error("url", "Slack only loads pictures over https.", "Use an address that begins with https://.");
        }
        return new Stimulus.Picture(url, picture.text("alternative", Limits.ALTERNATIVE));
    }

    /**
     * Removes what a reader does not notice: differences in case, spaces, kinds of dashes and quotes, invisible
     * characters, and emphasis.
     */
    private static String looks(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replaceAll("[\\u2018\\u2019\\u201b]", "'")
                .replaceAll("[\\u201c\\u201d\\u201e]", "\"")
                .replaceAll("(\\*\\*|__|\\*|_|`)(\\S(?:.*?\\S)?)\\1", "$2")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Returns the texts, and reports those that a reader could not tell apart. */
    private List<String> distinct(String key, List<Text> texts) {
        Set<String> seen = new HashSet<>();
        for (Text text : texts) {
            String plain = looks(text.value());
            if (!plain.isEmpty() && !seen.add(plain)) {
                fields.problems()
                        .error(
                                text.place(),
                                "“" + text.value() + "” appears in “" + key + "” twice.",
                                "Make them different, or remove one.");
            }
        }
        return texts.stream().map(Text::value).toList();
    }

    private boolean atLeast(String key, List<String> texts, int fewest) {
        between(key, texts.size(), fewest, Limits.LINES);
        return texts.size() >= fewest;
    }

    private void between(String key, int count, int fewest, int most) {
        if (fields.has(key) && (count < fewest || count > most)) {
            fields.error(
                    key,
                    "“" + key + "” has " + count + "; it takes " + fewest + " to " + most + ".",
                    count < fewest ? "Add some." : "Remove some, or split the question in two.");
        }
    }
}
