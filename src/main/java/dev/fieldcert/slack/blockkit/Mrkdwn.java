package dev.fieldcert.slack.blockkit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Slack's markup, from CommonMark and from people's text. */
public final class Mrkdwn {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    /** A mark before a space, a quotation, a rule, or a number with its point or bracket. */
    private static final Pattern BEGINS_A_BLOCK = Pattern.compile(
            "^(|\\d{1,9}(?=[.)](?:\\s|$)))([-+*](?=\\s|$|[-*]{2})|#(?=#{0,5}(?:\\s|$))|>|(?<=\\d)[.)])");

    /** A character of no width: Slack takes no mark beside it for formatting. */
    static final String NOTHING = "\u200b";

    /** A mark that Slack could take for the beginning or the end of something bold, italic, struck or of code. */
    private static final Pattern OPENS = Pattern.compile("(?<![\\p{L}\\p{N}])([*_~]+)(?=[^\\s*_~])|(`)");

    private static final Pattern CLOSES = Pattern.compile("(?<=[^\\s*_~\u200b])([*_~]+)(?![\\p{L}\\p{N}])");

    private Mrkdwn() {}

    /** Text of an author's in which a star is a star: {@code *args and *kwargs}. */
    static String literal(String text) {
        String safe = OPENS.matcher(escape(text)).replaceAll("$1$2" + NOTHING);
        return CLOSES.matcher(safe).replaceAll(NOTHING + "$1");
    }

    /** Escapes a person's text so that it cannot notify anybody or become markup. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Text of our own in which people and channels stand by their ids: Slack shows their names. */
    public static String named(String text) {
        return escape(text)
                .replaceAll("\\b([UW](?=[A-Z0-9]*[0-9])[A-Z0-9]{6,})\\b", "<@$1>")
                .replaceAll("\\b([CG](?=[A-Z0-9]*[0-9])[A-Z0-9]{6,})\\b", "<#$1>");
    }

    /** Somebody's own words as a quotation, without any markup of theirs. */
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
     * One line of CommonMark, such as an option: a sign at its beginning ({@code - 5 %}, {@code # of deals}, {@code 1) x}) is
     * what its author wrote, and makes no list, heading or quotation of it. Several lines are read as a text.
     */
    public static String line(String markdown) {
        String line = markdown.strip();
        return of(line.contains("\n") ? line : BEGINS_A_BLOCK.matcher(line).replaceFirst("$1\\\\$2"));
    }

    /** CommonMark with tables, as mrkdwn. */
    public static String of(String markdown) {
        Node document = PARSER.parse(markdown);
        MrkdwnWriter writer = new MrkdwnWriter();
        document.accept(writer);
        return writer.result();
    }
}
