package dev.fieldcert.slack.blockkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.fieldcert.conversation.Screen;
import dev.fieldcert.local.workspace.blockkit.SlackRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares a screen with what is kept of it under {@code src/test/resources/slack}. Where there is a JSON file of its name, that
 * is its Block Kit, which pastes into Block Kit Builder; every other screen is a section of its folder's text file, as a
 * person reads it. {@code -Dgolden=write} writes what the code draws now: the difference is then read in the commit. (A new
 * JSON file begins as an empty one.)
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "slack");
    private static final String TITLE = "=== ";
    private static final Gson SLACK = GsonFactory.createSnakeCase();
    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private Golden() {}

    /** @param name folder and name: {@code home/newcomer} */
    public static void assertMatches(String name, View view) {
        JsonObject whole = SLACK.toJsonTree(view).getAsJsonObject();
        assertThat(SlackRules.problemsOfView(whole)).as(name).isEmpty();
        compare(name, whole);
    }

    /** The text and the blocks of a message. */
    public static void assertMatches(String name, SlackMessage message) {
        JsonObject whole = new JsonObject();
        whole.addProperty("text", message.text());
        whole.add("blocks", SLACK.toJsonTree(message.blocks()));
        assertThat(ReadAloud.unsaid(message.text(), whole.getAsJsonArray("blocks")))
                .as("what the blocks of %s show and the text does not say", name)
                .isEmpty();
        compareBlocks(name, whole);
    }

    public static void assertMatches(String name, List<LayoutBlock> blocks) {
        JsonObject whole = new JsonObject();
        whole.add("blocks", SLACK.toJsonTree(blocks));
        compareBlocks(name, whole);
    }

    private static void compareBlocks(String name, JsonObject whole) {
        assertThat(SlackRules.problemsOfMessage(whole.getAsJsonArray("blocks")))
                .as(name)
                .isEmpty();
        compare(name, whole);
    }

    private static void compare(String name, JsonObject drawn) {
        Path json = FOLDER.resolve(name + ".json");
        try {
            if (Files.exists(json)) {
                String actual = PRETTY.toJson(drawn) + "\n";
                if (isWriting()) {
                    Files.writeString(json, actual);
                }
                assertThat(actual)
                        .as("screen %s; if the change is meant, run the test with -Dgolden=write", name)
                        .isEqualTo(Files.readString(json));
                return;
            }
            Path text = FOLDER.resolve(name.substring(0, name.indexOf('/')) + ".txt");
            Map<String, String> sections = sections(text);
            String actual = Screen.read(drawn);
            if (isWriting()) {
                sections.put(name, actual);
                Files.writeString(text, written(sections));
            }
            assertThat(actual)
                    .as("screen %s; if the change is meant, run the test with -Dgolden=write", name)
                    .isEqualTo(sections.get(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWriting() {
        return "write".equals(System.getProperty("golden"));
    }

    private static Map<String, String> sections(Path file) throws IOException {
        Map<String, String> sections = new TreeMap<>();
        if (Files.exists(file)) {
            for (String section : ("\n" + Files.readString(file)).split("\n" + TITLE)) {
                String[] parts = section.split("\n", 2);
                if (parts.length == 2) {
                    sections.put(parts[0], parts[1].strip());
                }
            }
        }
        return sections;
    }

    private static String written(Map<String, String> sections) {
        return sections.entrySet().stream()
                .map(section -> TITLE + section.getKey() + "\n" + section.getValue() + "\n")
                .collect(Collectors.joining("\n"));
    }
}
