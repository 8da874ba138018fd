package dev.fieldcert.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Extracts the parts of a card's Markdown that can be quoted, each exactly as it is in the text. */
final class Sentences {

    /** The maximum length, in characters, of a sentence together with its list: still readable at a glance. */
    private static final int LONGEST = 450;

    private static final int FEWEST_WORDS = 3;

    private static final double ROW = 0.8;
    private static final double QUESTION = 0.6;
    private static final double EXAMPLE = 0.6;
    private static final double ERROR = 0.4;
    /** Each sentence weighs this factor less than the one before, because the main point comes first. */
    private static final double NEXT = 0.97;

    /**
     * A quotable part of the text.
     *
     * @param weight how well it represents the card, 0 to 1: lower for table rows, examples, questions and common
     *     errors
     */
    record Sentence(Quote quote, double weight) {}

    private final String body;
    private final List<Sentence> sentences = new ArrayList<>();

    private Sentences(String body) {
        this.body = body;
    }

    /**
     * The quotable parts in the card's order, without remarks about the course and without lines that only contain
     * links.
     */
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

    /** A paragraph that is entirely in italics is a remark about the course, not about its subject. */
    private static boolean isRemark(String line) {
        return line.matches("\\*[^*].*[^*]\\*") && line.indexOf('*', 1) == line.length() - 1;
    }

    /** Adds a table row; skips the header, which is the row above the line of dashes. */
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

    /** The length of the list or quote marker at the start of the line; 0 if there is none. */
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

    /** Whether every emphasis, code span, quotation and link in the sentence is closed. */
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

    /** A sentence that introduces a list is returned with the list, unless that is too long. */
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
