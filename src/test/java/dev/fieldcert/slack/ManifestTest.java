package dev.fieldcert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.fieldcert.slack.routing.Commands;
import dev.fieldcert.slack.webapi.AppScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Slack app as it is declared is the app as it is written: commands, events, and a scope for each method called. */
class ManifestTest {

    /** What each Web API method asks of a bot token (docs.slack.dev/reference/methods). */
    private static final Map<String, Set<String>> SCOPES = Map.ofEntries(
            Map.entry("authTest", Set.of()),
            Map.entry("chatPostMessage", Set.of("chat:write")),
            Map.entry("chatUpdate", Set.of("chat:write")),
            Map.entry("chatGetPermalink", Set.of()),
            Map.entry("conversationsOpen", Set.of("im:write")),
            Map.entry("conversationsHistory", Set.of("channels:history", "groups:history", "im:history")),
            Map.entry("conversationsInfo", Set.of("channels:read", "groups:read")),
            Map.entry("conversationsList", Set.of("channels:read", "groups:read")),
            Map.entry("conversationsMembers", Set.of("channels:read", "groups:read")),
            Map.entry("usersInfo", Set.of("users:read")),
            Map.entry("usersList", Set.of("users:read")),
            Map.entry("usersLookupByEmail", Set.of("users:read.email")),
            Map.entry("usersProfileGet", Set.of("users.profile:read")),
            Map.entry("usergroupsList", Set.of("usergroups:read")),
            Map.entry("usergroupsUsersList", Set.of("usergroups:read")),
            Map.entry("dndInfo", Set.of("dnd:read")),
            Map.entry("dndTeamInfo", Set.of("dnd:read")),
            Map.entry("filesInfo", Set.of("files:read")),
            Map.entry("filesGetUploadURLExternal", Set.of("files:write")),
            Map.entry("filesCompleteUploadExternal", Set.of("files:write")),
            Map.entry("functionsCompleteSuccess", Set.of()),
            Map.entry("functionsCompleteError", Set.of()),
            Map.entry("viewsOpen", Set.of()),
            Map.entry("viewsUpdate", Set.of()),
            Map.entry("viewsPublish", Set.of()));

    private static final Map<String, String> EVENTS = Map.of(
            "MessageEvent", "message.im",
            "MessageFileShareEvent", "message.im",
            "AppHomeOpenedEvent", "app_home_opened",
            "UserChangeEvent", "user_change",
            "FunctionExecutedEvent", "function_executed",
            "TeamJoinEvent", "team_join",
            "MemberJoinedChannelEvent", "member_joined_channel",
            "SubteamMembersChangedEvent", "subteam_members_changed");

    @ParameterizedTest
    @ValueSource(strings = {"http", "socket-mode"})
    void theCommandsAreDeclared(String variant) throws IOException {
        List<String> declared =
                manifest(variant).getAsJsonObject("features").getAsJsonArray("slash_commands").asList().stream()
                        .map(command -> command.getAsJsonObject().get("command").getAsString())
                        .toList();

        assertThat(declared).containsExactlyInAnyOrder(Commands.LEARNER, Commands.ADMIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socket-mode"})
    void theEventsListenedToAreSubscribedTo(String variant) throws IOException {
        Set<String> listened = new TreeSet<>();
        Matcher event = Pattern.compile("app\\.event\\((\\w+)\\.class").matcher(source("SlackDispatch.java"));
        while (event.find()) {
            assertThat(EVENTS).containsKey(event.group(1));
            listened.add(EVENTS.get(event.group(1)));
        }

        // Who wants workflow steps adds them, with their event, from a file of their own.
        listened.remove("function_executed");
        assertThat(texts(manifest(variant)
                        .getAsJsonObject("settings")
                        .getAsJsonObject("event_subscriptions")
                        .getAsJsonArray("bot_events")))
                .containsExactlyInAnyOrderElementsOf(listened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socket-mode"})
    void everyScopeIsNeededAndEveryNeededScopeIsThere(String variant) throws IOException {
        Set<String> needed = new TreeSet<>(Set.of("commands", "im:history"));
        Matcher call = Pattern.compile("methods\\.(\\w+)\\(").matcher(sources());
        while (call.find()) {
            assertThat(SCOPES).as("the scopes of a method").containsKey(call.group(1));
            needed.addAll(SCOPES.get(call.group(1)));
        }

        assertThat(scopes(variant)).containsExactlyInAnyOrderElementsOf(needed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socket-mode"})
    void everyScopeIsExplained(String variant) throws IOException {
        String readme = Files.readString(Path.of("manifests/slack/README.md"));

        assertThat(scopes(variant)).allSatisfy(scope -> assertThat(readme).contains("`" + scope + "`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socket-mode"})
    void whatAWorkspaceMayLeaveOutIsOptionalAndWeKnowWhatIsMissingThen(String variant) throws IOException {
        assertThat(scopes(variant))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(AppScope.values()).map(AppScope::code).toList());
        assertThat(scopes(variant, "bot_optional"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AppScope.values())
                        .filter(scope -> scope.without().isPresent())
                        .map(AppScope::code)
                        .toList());
    }

    private static List<String> scopes(String variant) throws IOException {
        return scopes(variant, "bot");
    }

    private static List<String> scopes(String variant, String whose) throws IOException {
        return texts(manifest(variant)
                .getAsJsonObject("oauth_config")
                .getAsJsonObject("scopes")
                .getAsJsonArray(whose));
    }

    private static JsonObject manifest(String variant) throws IOException {
        return JsonParser.parseString(Files.readString(Path.of("manifests/slack", variant + ".json")))
                .getAsJsonObject();
    }

    private static List<String> texts(JsonArray array) {
        return array.asList().stream().map(element -> element.getAsString()).toList();
    }

    /** Where the Web API is called. */
    private static String sources() throws IOException {
        return source("SlackCalls.java")
                + source("SlackSender.java")
                + source("SentMessages.java")
                + source("SlackDirectory.java")
                + source("SlackFiles.java")
                + source("SlackSteps.java");
    }

    private static String source(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/fieldcert/slack"))) {
            return Files.readString(
                    files.filter(file -> file.endsWith(name)).findFirst().orElseThrow());
        }
    }
}
