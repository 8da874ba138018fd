package dev.fieldcert.slack.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.fieldcert.slack.webapi.BareCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Checks whether Slack accepts our screens: sends each of the golden files to {@code blocks.validate}, which needs no
 * token.
 *
 * @see <a href="https://docs.slack.dev/reference/methods/blocks.validate">blocks.validate</a>
 */
final class ScreensCheck {

    private static final String SCREENS = "classpath*:slack/*/*.json";
    private static final int MOST_PROBLEMS = 3;

    private final BareCalls slack;

    ScreensCheck(BareCalls slack) {
        this.slack = slack;
    }

    void run(Findings findings) {
        Map<String, JsonObject> screens = screens();
        if (screens.isEmpty()) {
            findings.skipped("The screens", "this build does not include them");
            return;
        }
        int refused = 0;
        for (Map.Entry<String, JsonObject> screen : screens.entrySet()) {
            BareCalls.Answer answer = validate(screen.getValue());
            if (answer.error().equals("unknown_method")) {
                findings.skipped("The screens", "this Web API has no blocks.validate");
                return;
            }
            if (!answer.isOk()) {
                refused++;
                findings.bad(
                        "Slack rejects the screen " + screen.getKey() + ": "
                                + String.join(
                                        "; ",
                                        problems(answer).stream()
                                                .limit(MOST_PROBLEMS)
                                                .toList()),
                        "That is a bug in this release, please report it. People see this screen as plain text.");
            }
        }
        if (refused == 0) {
            findings.good("Slack accepts all " + screens.size() + " screens");
        }
    }

    /** The screens by name, such as {@code quiz/result}. */
    static Map<String, JsonObject> screens() {
        Map<String, JsonObject> screens = new TreeMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(SCREENS)) {
                String[] path = file.getURL().getPath().split("/");
                String name = path[path.length - 2] + "/" + path[path.length - 1].replace(".json", "");
                screens.put(
                        name,
                        JsonParser.parseString(file.getContentAsString(StandardCharsets.UTF_8))
                                .getAsJsonObject());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return screens;
    }

    /**
     * Validates a view or a message. Slack does not know the file ids in it, so pictures are checked as if they were
     * at an address.
     */
    BareCalls.Answer validate(JsonObject screen) {
        JsonObject known = withAddresses(screen.deepCopy()).getAsJsonObject();
        return slack.call("blocks.validate", "", Map.of(known.has("type") ? "view" : "message", known.toString()));
    }

    private static JsonElement withAddresses(JsonElement json) {
        if (json instanceof JsonArray array) {
            array.forEach(ScreensCheck::withAddresses);
        } else if (json instanceof JsonObject object) {
            if (object.remove("slack_file") != null) {
                object.addProperty("image_url", "https://slack.com/favicon.ico");
            }
            object.asMap().values().forEach(ScreensCheck::withAddresses);
        }
        return json;
    }

    /** What Slack says is wrong, and where. */
    static List<String> problems(BareCalls.Answer answer) {
        List<String> problems = new ArrayList<>();
        if (answer.body().get("errors") instanceof JsonArray errors) {
            errors.forEach(error -> problems.add(problem(error)));
        }
        if (problems.isEmpty()
                && answer.body().get("response_metadata") instanceof JsonObject metadata
                && metadata.get("messages") instanceof JsonArray messages) {
            messages.forEach(message -> problems.add(message.getAsString()));
        }
        return problems.isEmpty() ? List.of(answer.error()) : problems;
    }

    private static String problem(JsonElement error) {
        if (!(error instanceof JsonObject object)) {
            return error.getAsString();
        }
        return text(object, "message") + " at " + text(object, "pointer");
    }

    private static String text(JsonObject object, String field) {
        JsonElement value = object.get(field);
        return value == null || value.isJsonNull() ? "?" : value.getAsString();
    }
}
