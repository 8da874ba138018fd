package dev.fieldcert.local.workspace.client;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.state.Conversations;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what people type into what Slack sends: escaped, with names replaced by ids. */
public final class Mentions {

    private static final Pattern NAME =
            Pattern.compile("(?<![\\w@#&|^])([@#])([\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)*)");

    /** URLs, email addresses, and bare domains. Slack recognizes more top-level domains than these. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(https?://[^\\s<>|]*[^\\s<>|.,;:!?)])"
                    + "|((?<![\\w.+-])[\\w.+-]+@(?:[\\w-]+\\.)+[a-zA-Z]{2,})"
                    + "|(?<![\\w@./-])(?:[a-zA-Z0-9-]+\\.)+(?:com|org|net|io|dev|ai|app|edu|gov|de|uk)(?![\\w-]|\\.\\w)(?:/[^\\s<>|]*)?");

    private final Directory directory;
    private final Conversations conversations;

    public Mentions(Directory directory, Conversations conversations) {
        this.directory = directory;
        this.conversations = conversations;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /**
     * Converts text as Slack does in a message: {@code <@U1>}, {@code <#C1|name>}, {@code <!subteam^S1>}, {@code
     * <!here>}.
     */
    String inMessage(String typed) {
        return replace(typed, false);
    }

    /**
     * Converts text as Slack does in a slash command with escaping on, which includes names: {@code <@U1|ada>}, {@code
     * <!subteam^S1|@sal>}.
     */
    String inCommand(String typed) {
        return replace(typed, true);
    }

    private String replace(String typed, boolean names) {
        Function<MatchResult, String> mention = found -> {
            String name = found.group(2);
            Optional<String> id = found.group(1).equals("#") ? channel(name) : somebody(name, names);
            return Matcher.quoteReplacement(id.orElse(found.group()));
        };
        return NAME.matcher(linked(escape(typed))).replaceAll(mention);
    }

    /** Turns addresses into links, as Slack does automatically. */
    private static String linked(String escaped) {
        return ADDRESS.matcher(escaped).replaceAll(found -> {
            String address = found.group();
            String link = found.group(1) != null
                    ? "<" + address + ">"
                    : "<" + (found.group(2) != null ? "mailto:" : "http://") + address + "|" + address + ">";
            return Matcher.quoteReplacement(link);
        });
    }

    private Optional<String> channel(String name) {
        return conversations.named(name).map(channel -> "<#%s|%s>".formatted(Json.text(channel, "id"), name));
    }

    private Optional<String> somebody(String name, boolean names) {
        if (name.equals("here") || name.equals("channel") || name.equals("everyone")) {
            return Optional.of("<!%s>".formatted(name));
        }
        Optional<String> person = directory
                .named(name)
                .map(user -> names
                        ? "<@%s|%s>".formatted(Json.text(user, "id"), name)
                        : "<@%s>".formatted(Json.text(user, "id")));
        return person.or(() -> directory.groups().stream()
                .filter(group -> Json.text(group, "handle").equals(name))
                .map(group -> group(group, names))
                .findFirst());
    }

    private static String group(JsonObject group, boolean names) {
        String id = Json.text(group, "id");
        return names ? "<!subteam^%s|@%s>".formatted(id, Json.text(group, "handle")) : "<!subteam^%s>".formatted(id);
    }
}
