package dev.fieldcert.curriculum.lint;

import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.files.Limits;
import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.curriculum.files.Reading;
import dev.fieldcert.curriculum.files.SourceLocation;
import dev.fieldcert.curriculum.files.Urls;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Checks that each card of a lesson can be read in ninety seconds and shown in Slack. */
final class LessonRules {

    private static final int FEWEST_CARDS = 2;
    private static final int MOST_CARDS = 5;
    private static final int MOST_LINKS = 2;
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private final Reading reading;
    private final String key;
    private final List<Problem> problems;

    LessonRules(Reading reading, String key, List<Problem> problems) {
        this.reading = reading;
        this.key = key;
        this.problems = problems;
    }

    void check(Lesson lesson) {
        if (lesson.cards().isEmpty()) {
            return;
        }
        int cards = lesson.cards().size();
        if (cards < FEWEST_CARDS || cards > MOST_CARDS) {
            warn(card(1), "The lesson has " + cards + " cards.", "Two to five fit between two calls.");
        }
        if (lesson.sources().isEmpty()) {
            warn(card(1), "The lesson names no source.", "Add “sources:” to its front matter.");
        }
        Set<String> anchors =
                lesson.cards().stream().map(card -> anchor(card.title())).collect(Collectors.toSet());
        for (int i = 0; i < cards; i++) {
            Lesson.Card card = lesson.cards().get(i);
            SourceLocation place = card(i + 1);
            if (card.body().length() > Limits.CARD) {
                warn(
                        place,
                        "The card has " + card.body().length() + " characters: more than ninety seconds.",
                        "Cut it to " + Limits.CARD + ", or make two of it.");
            }
            Links links = new Links(reading.place(key + "#" + (i + 1) + ":text"), anchors);
            PARSER.parse(card.body()).accept(links);
            if (links.count > MOST_LINKS) {
                warn(
                        place,
                        "The card has " + links.count + " links.",
                        "Keep " + MOST_LINKS + "; the others belong under “sources:”, which the card's button shows.");
            }
        }
    }

    /** The anchor of a heading, formed as on web pages. */
    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .strip()
                .replace(' ', '-');
    }

    private SourceLocation card(int number) {
        return reading.place(key + "#" + number);
    }

    private void warn(SourceLocation place, String message, String mend) {
        problems.add(Problem.warning(place, message, mend));
    }

    /** Checks links, and reports Markdown that Slack cannot show. */
    private final class Links extends AbstractVisitor {

        private final SourceLocation text;
        private final Set<String> anchors;
        private int count;

        Links(SourceLocation text, Set<String> anchors) {
            this.text = text;
            this.anchors = anchors;
        }

        @Override
        public void visit(Link link) {
            String to = link.getDestination();
            count += to.startsWith("#") ? 0 : 1;
            boolean alive = to.startsWith("#") ? anchors.contains(to.substring(1)) : Urls.canBeLinked(to);
            if (!alive) {
                problems.add(Problem.error(
                        at(link),
                        "The link to “" + to + "” leads nowhere.",
                        "Write a whole address, https://…, or # and a card's title with hyphens."));
            }
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            warn(at(image), "Slack shows no picture inside a text.", "Describe it, or link to it.");
        }

        @Override
        public void visit(HtmlInline html) {
            warn(at(html), "Slack shows HTML as it is written: " + html.getLiteral(), "Use Markdown.");
        }

        @Override
        public void visit(HtmlBlock html) {
            warn(at(html), "Slack shows HTML as it is written.", "Use Markdown.");
        }

        @Override
        public void visit(Heading heading) {
            if (heading.getLevel() > 3) {
                warn(at(heading), "A card has no room for headings of headings.", "Make another card, or use bold.");
            }
            visitChildren(heading);
        }

        private SourceLocation at(Node node) {
            List<SourceSpan> spans = node.getSourceSpans();
            if (spans.isEmpty()) {
                return text;
            }
            return new SourceLocation(
                    text.file(),
                    text.line() + spans.get(0).getLineIndex(),
                    spans.get(0).getColumnIndex() + 1);
        }
    }
}
