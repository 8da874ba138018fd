package dev.fieldcert.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The pieces of a card's Markdown that can be quoted, each exactly as it stands there. */
final class Sentences {

    /** With its list, what is still read at a glance. */
    private static final int LONGEST = 450;

    private static final int FEWEST_WORDS = 3;

    private static final double ROW = 0.8;
    private static final double QUESTION = 0.6;
    private static final double EXAMPLE = 0.6;
    private static final double ERROR = 0.4;
    /** The point comes first: each sentence counts a little less than the one before. */
    private static final double NEXT = 0.97;

    /**
     * One piece.
     *
     * @param weight how well it speaks for the card: less for examples, questions and errors
     */
    record Sentence(Quote quote, double weight) {}

    private final String body;
    private final List<Sentence> sentences = new ArrayList<>();

    private Sentences(String body) {
        this.body = body;
    }

    /** In the card's order; without remarks on the course, and without lines that only lead elsewhere. */
    static List<Sentence> of(String body) {
        Sentences found = new Sentences(body);
        int start = 0;
        while (start < body.length()) {
            int end = body.indexOf('\n', start);
            end = end < 0 ? body.length() : end;
            found.line(start, end);
            start = end + 1;
        }
        return found.sentences;
    }

    private void line(int start, int end) {
        String line = body.substring(start, end);
        String plain = line.strip();
        if (plain.isEmpty() || plain.startsWith("Read more") || isOnlyLinks(plain) || isRemark(plain)) {
            return;
        }
        if (plain.startsWith("|")) {
            row(plain, end);
            return;
        }
        int marker = marker(line);
        if (marker > 0) {
            add(body.substring(start + marker, end).strip(), 1);
        } else {
            sentences(start, line);
        }
    }

    private static boolean isOnlyLinks(String line) {
        return line.replaceAll("\\[[^\\]]*\\]\\([^)]*\\)", "")
                .replaceAll("\\(archived page\\)", "")
                .replaceAll("[\\s·,.]|and", "")
                .isEmpty();
    }

    /** A whole paragraph in italics is about the course, not about its subject. */
    private static boolean isRemark(String line) {
        return line.matches("\\*[^*].*[^*]\\*") && line.indexOf('*', 1) == line.length() - 1;
    }

    /** The row above the line of dashes only names the columns. */
    private void row(String row, int end) {
        if (body.startsWith("|-", end + 1) || body.startsWith("|:", end + 1)) {
            return;
        }
        List<String> cells = new ArrayList<>();
        for (String cell : row.substring(1).split("(?<!\\\\)\\|")) {
            if (!cell.isBlank()) {
                cells.add(cell.strip());
            }
        }
        if (cells.size() > 1 && cells.stream().noneMatch(cell -> cell.matches(":?-+:?"))) {
            sentences.add(new Sentence(new Quote(cells), ROW));
        }
    }

    /** How many characters make this line an item of a list; zero when it is none. */
    private static int marker(String line) {
        String item = line.replaceFirst("^\\s*(?:[-*+]|\\d+[.)])\\s+|^>\\s*", "");
        return line.length() - item.length();
    }

    private void sentences(int offset, String line) {
        double weight = 1;
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.US);
        breaks.setText(line);
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String sentence = line.substring(from, to);
            if (!isWhole(sentence)) {
                continue;
            }
            String lower = sentence.toLowerCase(Locale.ROOT);
            if (lower.startsWith("*example")) {
                weight = EXAMPLE;
            } else if (lower.startsWith("**what people get wrong")) {
                weight = ERROR;
            }
            add(withList(offset + from, offset + to), weight);
            from = to;
        }
        if (from < line.length()) {
            add(line.substring(from).strip(), weight);
        }
    }

    /** Emphasis, code, quotation marks and links are closed in it. */
    private static boolean isWhole(String sentence) {
        return count(sentence, '*') % 2 == 0
                && count(sentence, '`') % 2 == 0
                && count(sentence, '“') == count(sentence, '”')
                && count(sentence, '[') == count(sentence, ']')
                && count(sentence, '(') == count(sentence, ')');
    }

    private static long count(String text, char sign) {
        return text.chars().filter(one -> one == sign).count();
    }

    /** A sentence that announces a list, with the list when there is room. */
    private String withList(int from, int to) {
        String sentence = body.substring(from, to).strip();
        if (!sentence.endsWith(":")) {
            return sentence;
        }
        int end = to;
        int next = to;
        while (next < body.length()) {
            int lineEnd = body.indexOf('\n', next);
            lineEnd = lineEnd < 0 ? body.length() : lineEnd;
            String line = body.substring(next, lineEnd);
            if (!line.isBlank() && marker(line) == 0) {
                break;
            }
            end = line.isBlank() ? end : lineEnd;
            next = lineEnd + 1;
        }
        return end - from <= LONGEST ? body.substring(from, end).strip() : sentence;
    }

    private void add(String text, double weight) {
        if (text.split("\\s+").length >= FEWEST_WORDS && !text.matches("\\*\\*[^*]*\\*\\*")) {
            double asks = text.endsWith("?") ? QUESTION : 1;
            sentences.add(new Sentence(new Quote(List.of(text)), weight * asks * Math.pow(NEXT, sentences.size())));
        }
    }
}
