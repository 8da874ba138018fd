package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.CardPicture;
import dev.fieldcert.curriculum.Lesson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a lesson: front matter between two lines of {@code ---}, then a card for each {@code ##} heading. */
final class LessonReader {

    private static final String FENCE = "---";

    private final CurriculumReader reader;
    private final String path;
    private final String folder;
    private final String objective;

    LessonReader(CurriculumReader reader, String path, String folder, String objective) {
        this.reader = reader;
        this.path = path;
        this.folder = folder;
        this.objective = objective;
    }

    Lesson read(String text) {
        List<String> lines = text.lines().toList();
        int end = endOfFrontMatter(lines);
        if (end < 0) {
            reader.problems()
                    .error(
                            SourceLocation.top(path),
                            "The lesson does not begin with front matter.",
                            "Begin with a line “---”, then “objective: " + objective + "”, then another line “---”.");
            return new Lesson(List.of(), List.of());
        }
        Optional<Node> frontMatter =
                Yaml.parse(path, String.join("\n", lines.subList(1, end)) + "\n", 1, reader.problems());
        Optional<Fields> fields =
                frontMatter.map(node -> reader.fields(path, 1, node).as(Shape.FRONT_MATTER));
        List<Lesson.Source> sources = fields.map(this::sources).orElse(List.of());
        List<Lesson.Card> cards = cards(lines, end + 1);
        return new Lesson(fields.map(known -> askedAs(known, cards)).orElse(cards), sources);
    }

    /** Returns the cards, each with the phrases that the front matter lists under its title. */
    private static List<Lesson.Card> askedAs(Fields fields, List<Lesson.Card> cards) {
        List<String> titles = cards.stream().map(Lesson.Card::title).toList();
        Map<String, List<String>> phrases = new HashMap<>();
        for (Fields entry : fields.maps("asked-as")) {
            entry.as(Shape.ASKED_AS);
            String title = entry.text("card");
            if (!title.isEmpty() && !titles.contains(title)) {
                entry.error(
                        "card",
                        "The lesson has no card “" + title + "”.",
                        DidYouMean.among(titles, title).orElse("Write the card's heading, without the ##."));
            }
            phrases.computeIfAbsent(title, first -> new ArrayList<>())
                    .addAll(entry.texts("phrases", Limits.PHRASE).stream()
                            .map(Text::value)
                            .toList());
        }
        return cards.stream()
                .map(card -> new Lesson.Card(
                        card.title(), card.body(), card.picture(), phrases.getOrDefault(card.title(), List.of())))
                .toList();
    }

    /** The zero-based index of the line that ends the front matter; -1 if there is no front matter. */
    static int endOfFrontMatter(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).strip().equals(FENCE)) {
            return -1;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(FENCE)) {
                return i;
            }
        }
        return -1;
    }

    private List<Lesson.Source> sources(Fields fields) {
        fields.id("objective", objective);
        return fields.maps("sources").stream()
                .map(source -> source.as(Shape.SOURCE))
                .map(source -> new Lesson.Source(
                        source.text("title", Limits.HEADER),
                        Urls.read(source, "url"),
                        source.text("note", Limits.SUMMARY)))
                .toList();
    }

    private List<Lesson.Card> cards(List<String> lines, int from) {
        List<Lesson.Card> cards = new ArrayList<>();
        int start = -1;
        boolean code = false;
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i);
            code ^= line.strip().startsWith("```");
            if (!code && line.startsWith("## ")) {
                close(cards, lines, start, i);
                start = i;
            } else if (start < 0 && !line.isBlank()) {
                problem(i, "This text is on no card.", "Begin each card with a heading: ## What it says.");
                return cards;
            } else if (!code && line.matches("#[^#].*|#{2}[^ #].*")) {
                problem(i, "This heading begins no card.", "Begin a card with two signs and a space: ## What it says.");
            }
        }
        close(cards, lines, start, lines.size());
        if (cards.isEmpty()) {
            problem(lines.size() - 1, "The lesson has no card.", "Begin each card with a heading: ## What it says.");
        }
        return cards;
    }

    private void close(List<Lesson.Card> cards, List<String> lines, int start, int end) {
        if (start < 0) {
            return;
        }
        String title = lines.get(start).substring(3).strip();
        Optional<CardPicture> picture = picture(lines, start + 1, end);
        String body = String.join(
                        "\n",
                        lines.subList(start + 1, end).stream()
                                .filter(line ->
                                        !PictureReader.LINE.matcher(line).matches())
                                .toList())
                .strip();
        if (title.isEmpty()) {
            problem(start, "The card has no title.", "Say the point of the card in its heading.");
        } else if (title.length() > Limits.HEADER) {
            problem(
                    start,
                    "The card's title has " + title.length() + " characters; there is room for " + Limits.HEADER + ".",
                    "Shorten it.");
        }
        if (body.isEmpty()) {
            problem(start, "The card is empty.", "Write it, or remove its heading.");
        } else if (body.length() > Limits.SECTION) {
            problem(
                    start,
                    "The card has " + body.length() + " characters; Slack has room for " + Limits.SECTION + ".",
                    "Split it in two; a card is read in a minute and a half.");
        }
        cards.add(new Lesson.Card(title, body, picture));
        int first = start + 1;
        while (first < end - 1 && lines.get(first).isBlank()) {
            first++;
        }
        reader.place(folder + "/" + objective + "#" + cards.size() + ":text", new SourceLocation(path, first + 1, 1));
        reader.place(folder + "/" + objective + "#" + cards.size(), new SourceLocation(path, start + 1, 1));
    }

    private Optional<CardPicture> picture(List<String> lines, int start, int end) {
        Optional<CardPicture> picture = Optional.empty();
        boolean another = false;
        for (int i = start; i < end; i++) {
            Matcher line = PictureReader.LINE.matcher(lines.get(i));
            if (line.matches()) {
                if (another) {
                    problem(i, "The card has two pictures.", "Make another card; one is what a phone has room for.");
                }
                another = true;
                picture = PictureReader.read(reader, folder, line, new SourceLocation(path, i + 1, 1));
            }
        }
        return picture;
    }

    private void problem(int line, String message, String mend) {
        reader.problems().error(new SourceLocation(path, line + 1, 1), message, mend);
    }
}
