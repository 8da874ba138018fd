package dev.fieldcert.slack.blockkit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Converts CommonMark and people's text to Slack's markup, mrkdwn. */
public final class Mrkdwn {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    /**
     * A line start that CommonMark would read as a block: a bullet or number marker, a heading, a quotation, or a
     * rule.
     */
    private static final Pattern BEGINS_A_BLOCK = Pattern.compile(
            "^(|\\d{1,9}(?=[.)](?:\\s|$)))([-+*](?=\\s|$|[-*]{2})|#(?=#{0,5}(?:\\s|$))|>|(?<=\\d)[.)])");

    /**
     * A zero-width space. Slack treats it as a space, so that no formatting begins right before it or ends right after
     * it.
     */
    static final String NOTHING = "\u200b";

    /** A mark that Slack could read as the beginning of bold, italic, or strikethrough, or as part of code. */
    private static final Pattern OPENS = Pattern.compile("(?<![\\p{L}\\p{N}])([*_~]+)(?=[^\\s*_~])|(`)");

    private static final Pattern CLOSES = Pattern.compile("(?<=[^\\s*_~\u200b])([*_~]+)(?![\\p{L}\\p{N}])");

    private Mrkdwn() {}

    /** Converts an author's plain text so that Slack shows its marks literally, as in {@code *args and *kwargs}. */
    static String literal(String text) {
        String safe = OPENS.matcher(escape(text)).replaceAll("$1$2" + NOTHING);
        return CLOSES.matcher(safe).replaceAll(NOTHING + "$1");
    }

    /**
     * Escapes a person's text so that it cannot contain mentions or links. Marks such as {@code *} and {@code _} still
     * format it.
     */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * Escapes text of our own, and turns ids of people and channels in it into mentions, which Slack shows as names.
     */
    public static String named(String text) {
        return escape(text)
                .replaceAll("\\b([UW](?=[A-Z0-9]*[0-9])[A-Z0-9]{6,})\\b", "<@$1>")
                .replaceAll("\\b([CG](?=[A-Z0-9]*[0-9])[A-Z0-9]{6,})\\b", "<#$1>");
    }

    /** Formats a person's words as a quotation, and escapes any mentions and links in it. */
    public static String quote(String text) {
        return escape(text).lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    public static String person(String id) {
        return "<@" + id + ">";
    }

    public static String link(String url, String label) {
        return "<" + url.replace("|", "%7C").replace(">", "%3E") + "|"
                + escape(label).replace("|", "¦") + ">";
    }

    /**
     * Converts one line of CommonMark, such as an answer option. A marker at its beginning ({@code - 5 %}, {@code # of
     * deals}, {@code 1) x}) is literal text, not a list, heading or quotation. Several lines are converted like a
     * document.
     */
    public static String line(String markdown) {
        String line = markdown.strip();
        return of(line.contains("\n") ? line : BEGINS_A_BLOCK.matcher(line).replaceFirst("$1\\\\$2"));
    }

    /** Converts CommonMark with tables to mrkdwn. */
    public static String of(String markdown) {
        Node document = PARSER.parse(markdown);
        MrkdwnWriter writer = new MrkdwnWriter();
        document.accept(writer);
        return writer.result();
    }
}
