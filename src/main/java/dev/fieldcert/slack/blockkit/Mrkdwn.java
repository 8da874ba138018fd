package dev.fieldcert.slack.blockkit;

import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Slack's own markup, from CommonMark and from people's words. */
public final class Mrkdwn {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private Mrkdwn() {}

    /** Somebody's words, so that nothing in them notifies anybody or becomes markup of Slack's. */
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

    /** CommonMark with tables, as mrkdwn. */
    public static String of(String markdown) {
        Node document = PARSER.parse(markdown);
        MrkdwnWriter writer = new MrkdwnWriter();
        document.accept(writer);
        return writer.result();
    }
}
