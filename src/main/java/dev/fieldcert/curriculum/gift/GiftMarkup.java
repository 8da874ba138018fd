package dev.fieldcert.curriculum.gift;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** The formats that a part of a GIFT question can have, and how each becomes Markdown. */
enum GiftMarkup {
    /** GIFT's default: plain text that may contain HTML tags. */
    MOODLE,
    HTML,
    PLAIN,
    MARKDOWN;

    static final Pattern PREFIX = Pattern.compile("^\\s*\\[(html|moodle|plain|markdown)]");

    private static final Parser PARSER = Parser.builder().build();
    private static final Pattern SIGN = Pattern.compile("[\\\\`*_\\[\\]<>|]|&(?=#?\\w+;)");
    private static final Pattern BEGINS_A_BLOCK =
            Pattern.compile("(?m)^(#{1,6}(?= )|[-+=](?=[ -=]|$)|\\d{1,9}(?=[.)]))");

    /** The format that a part names, or else the question's format. */
    static GiftMarkup of(GiftText text, GiftMarkup otherwise) {
        Matcher prefix = PREFIX.matcher(text.raw());
        return prefix.find() ? valueOf(prefix.group(1).toUpperCase(Locale.ROOT)) : otherwise;
    }

    static GiftText withoutPrefix(GiftText text) {
        Matcher prefix = PREFIX.matcher(text.raw());
        return prefix.find() ? text.after(text.from() + prefix.end()) : text;
    }

    /**
     * Converts a part of a question to Markdown. A format that the part names takes precedence over the question's
     * format.
     */
    static String markdown(GiftText text, GiftMarkup otherwise) {
        GiftMarkup markup = of(text, otherwise);
        GiftText words = withoutPrefix(text);
        if (markup == MARKDOWN) {
            return words.plain();
        }
        String said = words.plain(GiftText.LINE_BREAK);
        if (markup == HTML || markup == MOODLE && GiftHtml.isIn(said)) {
            return GiftHtml.markdown(said, markup == HTML ? " " : "<br>", words);
        }
        return escaped(said).replace(GiftText.LINE_BREAK, "\\\n").strip();
    }

    /** Like {@link #markdown}, but in one line, unless the part is written in Markdown. */
    static String line(GiftText text, GiftMarkup otherwise) {
        return of(text, otherwise) == MARKDOWN
                ? markdown(text, otherwise)
                : markdown(text, otherwise).replaceAll("\\\\?\\s*\\n\\s*", " ");
    }

    /** Escapes a plain text so that Markdown shows it unchanged, with as few backslashes as possible. */
    static String escaped(String words) {
        if (words.isBlank() || readsAsItIs(words.strip())) {
            return words;
        }
        String signs = SIGN.matcher(words).replaceAll(sign -> Matcher.quoteReplacement("\\" + sign.group()));
        return BEGINS_A_BLOCK
                .matcher(signs)
                .replaceAll(start -> Matcher.quoteReplacement(
                        Character.isDigit(start.group().charAt(0)) ? start.group() + "\\" : "\\" + start.group()));
    }

    private static boolean readsAsItIs(String words) {
        Node only = PARSER.parse(words).getFirstChild();
        if (!(only instanceof Paragraph) || only.getNext() != null) {
            return false;
        }
        StringBuilder read = new StringBuilder();
        for (Node part = only.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof Text text) {
                read.append(text.getLiteral());
            } else if (part instanceof SoftLineBreak) {
                read.append('\n');
            } else {
                return false;
            }
        }
        return read.toString().equals(words.replaceAll("(?m)^[ \\t]+|[ \\t]+$", ""));
    }
}
