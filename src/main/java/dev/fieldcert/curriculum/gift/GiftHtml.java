package dev.fieldcert.curriculum.gift;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/**
 * Converts the HTML that Moodle's editor writes to Markdown. An image, a table, or another element that would lose
 * content stops the reading of the question. Tags that only change the look are dropped.
 */
final class GiftHtml {

    private static final Pattern TAG =
            Pattern.compile("<!--(?s:.*?)-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)\\b((?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});");
    private static final Pattern HREF = Pattern.compile("(?i)\\bhref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");

    private static final Set<String> LOST = Set.of(
            "img",
            "table",
            "iframe",
            "video",
            "audio",
            "object",
            "embed",
            "svg",
            "math",
            "script",
            "style",
            "form",
            "input",
            "select",
            "textarea",
            "canvas");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "blockquote",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "center",
            "dl",
            "dt",
            "dd",
            "hr",
            "pre",
            "li");
    private static final Map<String, String> MARKS = Map.of(
            "b", "**", "strong", "**", "h1", "**", "h2", "**", "h3", "**", "h4", "**", "h5", "**", "h6", "**", "i", "*",
            "em", "*");
    private static final Set<String> CODE = Set.of("code", "tt", "kbd", "samp");
    private static final Set<String> BARE = Set.of(
            "span", "font", "u", "s", "strike", "del", "ins", "small", "big", "label", "abbr", "mark", "a", "sub",
            "sup", "br", "html", "body", "cite", "q", "var", "nobr", "wbr", "address");
    private static final String DIGITS = "0123456789+-";
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉₊₋";

    private final GiftText place;
    private final Deque<Element> open = new ArrayDeque<>();

    private GiftHtml(GiftText place) {
        this.place = place;
        open.push(new Element("", "", new StringBuilder()));
    }

    /** An element whose end tag has not been read yet. */
    private record Element(String name, String attributes, StringBuilder text) {}

    /** Whether the text contains an HTML tag, comment, or entity. {@code <your name>} is not a tag. */
    static boolean isIn(String words) {
        Matcher tag = TAG.matcher(words);
        while (tag.find()) {
            if (tag.group(2) == null || isKnown(name(tag))) {
                return true;
            }
        }
        Matcher entity = ENTITY.matcher(words);
        while (entity.find()) {
            if (!StringEscapeUtils.unescapeHtml4(entity.group()).equals(entity.group())) {
                return true;
            }
        }
        return false;
    }

    /** @param lineBreak replaces each written {@code \n} */
    static String markdown(String html, String lineBreak, GiftText place) {
        GiftHtml reading = new GiftHtml(place);
        reading.read(html.replace(GiftText.LINE_BREAK, lineBreak));
        while (reading.open.size() > 1) {
            reading.close(reading.open.peek().name());
        }
        return reading.open
                .peek()
                .text()
                .toString()
                .replaceAll("[ \\t]+(?=\\n)|(?<=\\n)[ \\t]+(?=\\S)(?!- |\\d+\\. )", "")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static String name(Matcher tag) {
        return tag.group(2).toLowerCase(Locale.ROOT);
    }

    private static boolean isKnown(String name) {
        return BLOCKS.contains(name)
                || MARKS.containsKey(name)
                || CODE.contains(name)
                || BARE.contains(name)
                || LOST.contains(name);
    }

    private void read(String html) {
        Matcher tag = TAG.matcher(html);
        int at = 0;
        while (tag.find()) {
            if (tag.group(2) != null && !isKnown(name(tag))) {
                continue;
            }
            words(html.substring(at, tag.start()));
            at = tag.end();
            if (tag.group(2) == null) {
                continue;
            }
            String name = name(tag);
            if (LOST.contains(name)) {
                throw new GiftFault(
                        place, "HTML’s <" + name + "> cannot be kept.", "Say it in words, or add it in the YAML file.");
            }
            if (name.equals("br")) {
                open.peek().text().append("\\\n");
            } else if (name.equals("hr")) {
                open.peek().text().append("\n\n");
            } else if (tag.group(1).isEmpty()) {
                open.push(new Element(name, tag.group(3), new StringBuilder()));
            } else if (open.stream().anyMatch(element -> element.name().equals(name))) {
                while (!open.peek().name().equals(name)) {
                    close(open.peek().name());
                }
                close(name);
            }
        }
        words(html.substring(at));
    }

    private void words(String html) {
        boolean verbatim =
                open.stream().anyMatch(element -> element.name().equals("pre") || CODE.contains(element.name()));
        String words = StringEscapeUtils.unescapeHtml4(html).replace('\u00a0', ' ');
        open.peek().text().append(verbatim ? words : GiftMarkup.escaped(words.replaceAll("\\s+", " ")));
    }

    private void close(String name) {
        Element element = open.pop();
        StringBuilder outer = open.peek().text();
        String inner = element.text().toString();
        if (MARKS.containsKey(name)) {
            inner = marked(inner, MARKS.get(name));
        } else if (CODE.contains(name)) {
            inner = inner.contains("`") ? "`` " + inner + " ``" : "`" + inner + "`";
        } else if (name.equals("a")) {
            inner = link(element, inner);
        } else if (name.equals("sup") || name.equals("sub")) {
            inner = shifted(inner, name.equals("sup"));
        } else if (name.equals("li")) {
            boolean numbered = open.peek().name().equals("ol");
            outer.append(numbered ? "\n1. " : "\n- ").append(inner.strip().replaceAll("\\n+", "\n  "));
            return;
        } else if (name.equals("pre")) {
            inner = "```\n" + inner.strip() + "\n```";
        } else if (name.equals("blockquote")) {
            inner = inner.strip().replaceAll("(?m)^", "> ");
        }
        outer.append(BLOCKS.contains(name) ? "\n\n" + inner + "\n\n" : inner);
    }

    /** Puts the marks around the text, and keeps white space at its ends outside of them, as Markdown requires. */
    private static String marked(String inner, String mark) {
        String words = inner.strip();
        if (words.isEmpty() || words.contains("\n\n")) {
            return inner;
        }
        int start = inner.indexOf(words);
        return inner.substring(0, start) + mark + words + mark + inner.substring(start + words.length());
    }

    private static String link(Element element, String inner) {
        Matcher href = HREF.matcher(element.attributes());
        if (!href.find()) {
            return inner;
        }
        String url = href.group(1) != null ? href.group(1) : href.group(2) != null ? href.group(2) : href.group(3);
        String address = StringEscapeUtils.unescapeHtml4(url.strip());
        return address.matches("(?i)(?:https?|mailto):\\S+") && !inner.isBlank()
                ? "[" + inner.strip() + "](<" + address.replace("<", "%3C").replace(">", "%3E") + ">)"
                : inner;
    }

    /**
     * Writes superscripts and subscripts: x² for {@code x<sup>2</sup>}, and x^(n+1) where a character has no raised
     * form.
     */
    private static String shifted(String inner, boolean up) {
        String words = inner.strip();
        if (!words.isEmpty() && words.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            StringBuilder shifted = new StringBuilder();
            words.chars().forEach(c -> shifted.append((up ? SUPERSCRIPTS : SUBSCRIPTS).charAt(DIGITS.indexOf(c))));
            return shifted.toString();
        }
        return words.isEmpty() ? inner : (up ? "^" : "\\_") + (words.length() == 1 ? words : "(" + words + ")");
    }
}
