package dev.fieldcert.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Compares a screen with the JSON kept under {@code src/test/resources/slack}, which pastes into Block Kit Builder.
 * {@code -Dgolden=write} writes what the code draws now: the difference is then read in the commit.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "slack");
    private static final Gson SLACK = GsonFactory.createSnakeCase();
    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private Golden() {}

    /** @param name of the file, without its ending: {@code home/newcomer} */
    public static void assertMatches(String name, View view) {
        compare(name, SLACK.toJsonTree(view));
    }

    /** The text and the blocks of a message. */
    public static void assertMatches(String name, SlackMessage message) {
        JsonObject whole = new JsonObject();
        whole.addProperty("text", message.text());
        whole.add("blocks", SLACK.toJsonTree(message.blocks()));
        compare(name, whole);
    }

    public static void assertMatches(String name, List<LayoutBlock> blocks) {
        JsonObject whole = new JsonObject();
        whole.add("blocks", SLACK.toJsonTree(blocks));
        compare(name, whole);
    }

    private static void compare(String name, JsonElement drawn) {
        Path file = FOLDER.resolve(name + ".json");
        String actual = PRETTY.toJson(drawn) + "\n";
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
                return;
            }
            assertThat(file)
                    .as("no golden file for this screen yet: run the test once with -Dgolden=write")
                    .exists();
            assertThat(actual)
                    .as("screen %s; if the change is meant, run the test with -Dgolden=write", name)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
