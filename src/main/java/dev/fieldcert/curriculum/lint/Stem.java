package dev.fieldcert.curriculum.lint;

import java.util.Set;
import java.util.regex.Pattern;

/** A question's text, examined for what it asks, which is most often in the last sentence. */
final class Stem {

    private static final Pattern NEGATIVE = Pattern.compile("(?i)\\b(?:not|never|except|cannot|\\w+n['’]t)\\b");
    private static final Pattern EMPHASIS = Pattern.compile("\\*+[^*]*\\*+|_[^_]+_|\\b(?:NOT|NEVER|EXCEPT)\\b");
    private static final Pattern HOW_MANY =
            Pattern.compile("(?i)\\b(?:which|what|choose|pick|select|name|mark|tick|find)"
                    + "\\s+(?:(?:the|exactly|any)\\s+)?(?:two|three|four|five|six|[2-6])\\b(?![.,]?\\d|\\s*%)");
    /** First words of sentences that are instructions. */
    private static final Set<String> IMPERATIVES = Set.of(
            "answer",
            "arrange",
            "assign",
            "calculate",
            "choose",
            "classify",
            "color",
            "colour",
            "complete",
            "compute",
            "convert",
            "decide",
            "define",
            "describe",
            "determine",
            "enter",
            "estimate",
            "explain",
            "fill",
            "find",
            "give",
            "group",
            "guide",
            "help",
            "label",
            "lead",
            "lay",
            "list",
            "make",
            "mark",
            "match",
            "name",
            "open",
            "order",
            "pick",
            "place",
            "plan",
            "prepare",
            "put",
            "qualify",
            "rank",
            "round",
            "run",
            "say",
            "select",
            "show",
            "sort",
            "state",
            "take",
            "tell",
            "think",
            "tick",
            "type",
            "walk",
            "work",
            "write");

    private final String text;
    private final String last;
    private final boolean endsWithAGap;

    Stem(String ask) {
        this.endsWithAGap = ask.strip().replaceAll("[.\"”’')\\]]+$", "").endsWith("__");
        this.text = ask.strip().replaceAll("[*_`\"”’')\\]]+$", "");
        String[] sentences = text.split("(?<=[.?!:])\\s+|\\n+");
        this.last = sentences.length == 0 ? "" : sentences[sentences.length - 1].strip();
    }

    /**
     * Whether the text says what to do: it ends with a question mark, a colon, or a gap, or it ends with a period and
     * has an instruction or a question in it. For true/false, any sentence that ends with a period is enough.
     */
    boolean asks(boolean statement) {
        if (text.endsWith("?") || text.endsWith(":") || text.endsWith("…") || endsWithAGap) {
            return true;
        }
        if (!text.endsWith(".")) {
            return false;
        }
        return statement || isImperative(last) || text.lines().anyMatch(Stem::hasImperativeSentence);
    }

    private static boolean hasImperativeSentence(String line) {
        for (String sentence : line.split("(?<=[.?!:;])\\s+")) {
            if (isImperative(sentence) || sentence.endsWith("?")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isImperative(String sentence) {
        String first = sentence.replaceAll("^[^\\p{L}]+", "").split("[^\\p{L}]")[0];
        return IMPERATIVES.contains(first.toLowerCase(java.util.Locale.ROOT));
    }

    /** Whether the last sentence tells how many answers to choose, as in “Which two …?”. */
    boolean saysHowMany() {
        return HOW_MANY.matcher(last).find();
    }

    /** Whether the last sentence is a question with a “not” that is neither emphasized nor in capitals. */
    boolean hasPlainNegative() {
        return last.endsWith("?")
                && NEGATIVE.matcher(EMPHASIS.matcher(last).replaceAll("")).find();
    }
}
