package dev.fieldcert;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.fieldcert.conversation.Person;
import dev.fieldcert.local.store.EmbeddedMongo;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The jar starts from a context that was worked out when it was built. What is decided when it starts (whose Slack, whose
 * database, which ports, which way in) must not have been decided then.
 */
class JarIT {

    private static final Pattern PAGE = Pattern.compile("Open (http://127\\.0\\.0\\.1:\\d+) in a browser");

    @TempDir
    Path data;

    @Test
    void withNothingConfiguredItBringsItsOwnWorkspaceAndStore() throws Exception {
        try (RunningJar jar = RunningJar.start(data, Map.of("FIELDCERT_LOCAL_PORT", "0"))) {
            becomes(() -> PAGE.matcher(jar.command()).find(), jar::command);
            Matcher found = PAGE.matcher(jar.command());
            assertThat(found.find()).isTrue();
            String page = found.group(1);

            assertThat(RunningJar.get(page).statusCode()).isEqualTo(200);
            theBotsTimeIsTheOneThatThePageMoves(page);
            assertThat(jar.health().body())
                    .contains("\"mongo\":{", "\"scheduler\":{")
                    .doesNotContain("DOWN");
            assertThat(jar.visit("/badges/verify").statusCode()).isEqualTo(200);
            assertThat(jar.visit("/nowhere").statusCode()).isEqualTo(404);
            assertThat(data.resolve("mongo")).exists();
            assertThat(jar.command()).contains("Starting AOT-processed FieldCertApplication");
            assertThat(jar.ends()).isEqualTo(143);
        }
    }

    private static void theBotsTimeIsTheOneThatThePageMoves(String page) throws Exception {
        Duration ahead = Duration.ofDays(300);
        RunningJar.post(page + "/local/time/advance", "{\"by\":\"" + ahead + "\"}");
        String ada = RunningJar.get(page + "/local/sidebar?user=U0LOCALADA").body();
        String channel = JsonParser.parseString(ada)
                .getAsJsonObject()
                .get("direct_message")
                .getAsString();
        RunningJar.post(
                page + "/local/type",
                "{\"user\":\"U0LOCALADA\",\"channel\":\"" + channel + "\",\"text\":\"/cert pause tomorrow\"}");

        SlackHandler direct = () -> RunningJar.get(page + "/local/messages?user=U0LOCALADA&channel=" + channel)
                .body();
        becomes(() -> direct.now().contains("Paused until"), direct::now);
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Europe/Berlin")).plus(ahead.toDays() + 1, ChronoUnit.DAYS);
        assertThat(direct.now()).containsAnyOf(inWords(tomorrow.minusDays(1)), inWords(tomorrow));
    }

    private static String inWords(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH));
    }

    /** What is to be read somewhere, read anew each time. */
    private interface SlackHandler {

        String read() throws Exception;

        default String now() {
            try {
                return read();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withASlackAndADatabaseItServesThem(boolean socketMode) throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
                LocalWorkspace workspace = LocalWorkspace.start(Settings.inMemory(Clock.systemUTC()))) {
            Map<String, String> environment = new HashMap<>(Map.of(
                    "MONGODB_URI", mongo.uri("fieldcert"),
                    "SLACK_BOT_TOKEN", workspace.settings().botToken(),
                    "SLACK_SIGNING_SECRET", workspace.settings().signingSecret(),
                    "SLACK_API_URL", workspace.apiUrl()));
            if (socketMode) {
                environment.put("SLACK_APP_TOKEN", workspace.settings().appToken());
            }
            try (RunningJar jar = RunningJar.start(data, environment)) {
                if (socketMode) {
                    becomes(workspace.socketMode()::isConnected, jar::command);
                } else {
                    workspace.deliverTo(jar.events());
                }
                Person ada = Person.named("ada", workspace);

                ada.types("/cert enroll applying-devops").goesToTheBot();
                becomes(() -> ada.sees().contains("card 1 of"), ada::sees);
                ada.clicks("I’m ready");
                becomes(() -> ada.sees().contains("Practice: question 1 of"), ada::sees);

                assertThat(data.resolve("mongo")).doesNotExist();
                assertThat(jar.command()).doesNotContain("in a browser");
            }
        }
    }

    /** @param instead what to tell when it does not come true */
    private static void becomes(BooleanSupplier awaited, Supplier<String> instead) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!awaited.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Waited in vain, and saw:\n" + instead.get());
            }
            Thread.sleep(50);
        }
    }
}
