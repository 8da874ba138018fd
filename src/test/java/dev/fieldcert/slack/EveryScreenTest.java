package dev.fieldcert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.fieldcert.local.workspace.blockkit.SlackRules;
import dev.fieldcert.slack.blockkit.ReadAloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen that has a golden file can be posted, and can be read without its blocks. */
class EveryScreenTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "slack");

    private static Stream<Path> screens() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    private static JsonObject read(Path screen) throws IOException {
        return JsonParser.parseString(Files.readString(screen)).getAsJsonObject();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void slackTakesIt(Path screen) throws IOException {
        JsonObject json = read(screen);

        assertThat(
                        json.has("type")
                                ? SlackRules.problemsOfView(json)
                                : SlackRules.problemsOfMessage(json.getAsJsonArray("blocks")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void itsTextSaysWhatItsBlocksSay(Path screen) throws IOException {
        JsonObject json = read(screen);
        if (json.has("text")) {
            assertThat(ReadAloud.unsaid(json.get("text").getAsString(), json.getAsJsonArray("blocks")))
                    .isEmpty();
        }
    }
}
