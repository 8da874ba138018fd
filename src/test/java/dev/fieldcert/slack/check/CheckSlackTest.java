package dev.fieldcert.slack.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.settings.Settings;
import dev.fieldcert.slack.check.CheckSlack.Installation;
import dev.fieldcert.slack.webapi.BareCalls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.env.StandardEnvironment;

class CheckSlackTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final LocalWorkspace workspace = LocalWorkspace.start(Settings.inMemory(Clock.systemUTC()));
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private String apiUrl = workspace.apiUrl();
    private String botToken = workspace.settings().botToken();
    private String appToken = workspace.settings().appToken();
    private String badgeChannel = "#field-certification";
    private Clock clock = Clock.systemUTC();

    @BeforeEach
    void aChannel() {
        workspace.channel("field-certification");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private int check() {
        return check(appToken, "", 1, Duration.ZERO);
    }

    private int check(String app, String secret, int port, Duration wait) {
        Installation installation = new Installation(
                apiUrl,
                botToken,
                app,
                secret,
                badgeChannel,
                "",
                TIMEOUT,
                new InetSocketAddress("127.0.0.1", port),
                wait);
        return new CheckSlack(installation, clock, new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whereAllIsWellEachPointIsGood() {
        assertThat(check()).isZero();

        assertThat(printed())
                .contains(
                        "✓ Slack accepts all ",
                        "✓ The clock agrees with Slack's",
                        "✓ The token belongs to ",
                        "✓ The token has every scope in the manifest",
                        "✓ Badges go to #field-certification, and the bot is in it",
                        "✓ Socket Mode is on",
                        "work together")
                .doesNotContain("✗");
    }

    @Test
    void aTokenThatSlackDoesNotTakeIsNamedWithWhereToFindTheRightOne() {
        botToken = "xoxb-of-another-app";
        appToken = "xapp-of-another-app";

        assertThat(check()).isEqualTo(1);

        assertThat(printed())
                .contains(
                        "✗ Slack rejects SLACK_BOT_TOKEN: invalid_auth",
                        "OAuth & Permissions",
                        "✗ Slack rejects SLACK_APP_TOKEN: invalid_auth",
                        "connections:write",
                        "2 problems have to be fixed");
    }

    @Test
    void aMissingScopeIsAFaultAndAMissingOptionalOneIsLess() {
        workspace.faults().withoutScopes("im:write", "dnd:read");

        assertThat(check()).isEqualTo(1);

        assertThat(printed())
                .contains(
                        "✗ The scope im:write is missing",
                        "! Without the optional scope dnd:read: I can’t see Do Not Disturb",
                        "1 problem has to be fixed");
    }

    @Test
    void aClockThatIsWrongIsAFault() {
        clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(6));

        assertThat(check()).isEqualTo(1);

        assertThat(printed()).contains("✗ The clock is 36", "seconds ahead of Slack's", "NTP");
    }

    @Test
    void aChannelThatIsNotThereOrWithoutTheBotIsAFault() {
        badgeChannel = "no-such-channel";
        assertThat(check()).isEqualTo(1);
        assertThat(printed()).contains("✗ Badges: there is no channel no-such-channel that the bot can see");

        workspace.channel("quiet-place").removesTheBot();
        badgeChannel = "quiet-place";
        assertThat(check()).isEqualTo(1);
        assertThat(printed()).contains("✗ Badges: the bot is not in #quiet-place", "/invite @FieldCert");
    }

    @Test
    void anAddressWhereNobodyIsGetsTheReason() {
        apiUrl = "http://no-such-host.invalid/api/";
        assertThat(check()).isEqualTo(1);
        assertThat(printed())
                .contains("Slack could not be reached: the name no-such-host.invalid is unknown here (DNS)");
        printed.reset();

        apiUrl = workspace.base() + "/nothing/";
        assertThat(check()).isEqualTo(1);
        assertThat(printed()).contains("Slack could not be reached: something that is not Slack answered");
    }

    @Test
    void withoutTokensTheScreensAreStillChecked() {
        botToken = "";

        assertThat(check()).isZero();

        assertThat(printed())
                .contains("✓ Slack accepts all ", "- Everything else: not checked, SLACK_BOT_TOKEN is not set");
    }

    @Test
    void theSigningSecretIsCheckedByTheNextRequest() throws Exception {
        assertThat(afterARequest(workspace.settings().signingSecret())).isZero();
        assertThat(printed()).contains("✓ The signing secret is right");
        printed.reset();

        assertThat(afterARequest("the client secret")).isEqualTo(1);
        assertThat(printed())
                .contains("✗ A request arrived, but it was signed with another secret", "not the Client Secret");
        printed.reset();

        clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-6));
        assertThat(afterARequest(workspace.settings().signingSecret())).isEqualTo(1);
        assertThat(printed()).contains("✗ A request arrived, but its time is off by five minutes or more");
    }

    private int afterARequest(String secret) throws Exception {
        int port = freePort();
        workspace.deliverTo(URI.create("http://127.0.0.1:" + port + "/slack/events"));
        var ada = workspace.person("ada");
        CompletableFuture<Integer> result =
                CompletableFuture.supplyAsync(() -> check("", secret, port, Duration.ofMinutes(1)));
        while (!result.isDone()) {
            ada.types(ada.directMessage(), "/cert help");
        }
        return result.get();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aPortThatIsTakenBelongsToTheRunningBot() throws IOException {
        try (ServerSocket bot = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(check("", "secret", bot.getLocalPort(), TIMEOUT)).isZero();
        }

        assertThat(printed()).contains("- The signing secret: not checked, a bot is already listening on that port");
    }

    @Test
    void otherWordsGetTheUsage() {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

        assertThat(CheckSlack.run(new String[] {"check-slack", "--wait", "long"}, new StandardEnvironment(), out))
                .isEqualTo(2);

        assertThat(printed()).contains("Usage: check-slack [--wait <seconds>]");
    }

    private static final String SECTION = "{'type':'section','text':{'type':'mrkdwn','text':'Hello'}}";

    private static String message(String block) {
        return "{'text':'Hello','blocks':[" + block + "]}";
    }

    private static String button(String rest) {
        return message("{'type':'actions','elements':[{'type':'button'" + rest + "}]}");
    }

    private static String view(String rest) {
        return "{'type':'modal','title':{'type':'plain_text','text':'Title'}" + rest + "}";
    }

    private static String input(String element) {
        return view(
                ",'submit':{'type':'plain_text','text':'Send'},'blocks':[{'type':'input','label':{'type':'plain_text','text':'L'},'element':"
                        + element + "}]");
    }

    private static String option(String text) {
        return "{'text':{'type':'plain_text','text':'" + text + "'},'value':'v'}";
    }

    /** What is wrong with each of them is in Slack's reference of blocks, elements and views. */
    static List<String> malformed() {
        String label = ",'text':{'type':'plain_text','text':'Go'}";
        return List.of(
                message("{}"),
                message("{'type':'secton','text':{'type':'mrkdwn','text':'Hello'}}"),
                message("{'type':'section'}"),
                message("{'type':'section','text':{'type':'markdown','text':'Hello'}}"),
                message("{'type':'section','text':{'type':'mrkdwn'}}"),
                message("{'type':'section','text':{'type':'mrkdwn','text':''}}"),
                message("{'type':'section','text':{'type':'mrkdwn','text':'" + "x".repeat(3001) + "'}}"),
                message("{'type':'section','text':'Hello'}"),
                message("{'type':'section','fields':[]}"),
                message("{'type':'section','fields':[" + "{'type':'mrkdwn','text':'x'},".repeat(10)
                        + "{'type':'mrkdwn','text':'x'}]}"),
                message("{'type':'section','fields':[{'type':'mrkdwn','text':'" + "x".repeat(2001) + "'}]}"),
                message(
                        "{'type':'section','text':{'type':'mrkdwn','text':'x'},'accessory':{'type':'plain_text_input'}}"),
                message("{'type':'header','text':{'type':'mrkdwn','text':'Hello'}}"),
                message("{'type':'header','text':{'type':'plain_text','text':'" + "x".repeat(151) + "'}}"),
                message("{'type':'header'}"),
                message("{'type':'context','elements':[]}"),
                message("{'type':'context','elements':[{'type':'button'" + label + "}]}"),
                message("{'type':'context','elements':[" + "{'type':'mrkdwn','text':'x'},".repeat(10)
                        + "{'type':'mrkdwn','text':'x'}]}"),
                message("{'type':'actions','elements':[]}"),
                message("{'type':'actions'}"),
                message("{'type':'image','image_url':'https://example.com/x.png'}"),
                message("{'type':'image','alt_text':'x'}"),
                message("{'type':'divider','block_id':'" + "x".repeat(256) + "'}"),
                message("{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}"),
                message((SECTION + ",").repeat(50) + SECTION),
                message(
                        "{'type':'input','label':{'type':'plain_text','text':'L'},'element':{'type':'file_input','action_id':'f'}}"),
                button(""),
                button(",'text':{'type':'mrkdwn','text':'Go'}"),
                button(",'text':{'type':'plain_text','text':'" + "x".repeat(76) + "'}"),
                button(label + ",'style':'green'"),
                button(label + ",'value':'" + "x".repeat(2001) + "'"),
                button(label + ",'action_id':'" + "x".repeat(256) + "'"),
                button(label + ",'url':'" + "x".repeat(3001) + "'"),
                button(label + ",'confirm':{'title':{'type':'plain_text','text':'Sure?'}}"),
                message("{'type':'actions','elements':[{'type':'button','action_id':'a'" + label
                        + "},{'type':'button','action_id':'a'" + label + "}]}"),
                message("{'type':'actions','elements':[{'type':'static_select','action_id':'s','options':[]}]}"),
                message("{'type':'actions','elements':[{'type':'static_select','action_id':'s'}]}"),
                message("{'type':'actions','elements':[{'type':'radio_buttons','action_id':'r','options':["
                        + (option("x") + ",").repeat(10) + option("x") + "]}]}"),
                message("{'type':'actions','elements':[{'type':'checkboxes','action_id':'c','options':["
                        + option("x".repeat(76)) + "]}]}"),
                message(
                        "{'type':'actions','elements':[{'type':'datepicker','action_id':'d','initial_date':'tomorrow'}]}"),
                message("{'type':'actions','elements':[{'type':'timepicker','action_id':'t','initial_time':'9'}]}"),
                "{'type':'modal','blocks':[" + SECTION + "]}",
                "{'type':'window','title':{'type':'plain_text','text':'T'},'blocks':[]}",
                "{'type':'modal','title':{'type':'plain_text','text':'" + "x".repeat(25) + "'},'blocks':[]}",
                view(""),
                view(",'blocks':[],'private_metadata':'" + "x".repeat(3001) + "'"),
                view(",'blocks':[],'submit':{'type':'plain_text','text':'" + "x".repeat(25) + "'}"),
                view(",'blocks':[" + (SECTION + ",").repeat(100) + SECTION + "]"),
                view(
                        ",'blocks':[{'type':'input','label':{'type':'plain_text','text':'L'},'element':{'type':'plain_text_input','action_id':'i'}}]"),
                input("{'type':'button','action_id':'b'" + label + "}"),
                input("{'type':'plain_text_input','action_id':'i','max_length':0}"));
    }

    @Test
    void thereAreEnoughMalformedScreens() {
        assertThat(malformed()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatSlackRefusesIsReportedWithItsPlace(String screen) {
        JsonObject malformed = JsonParser.parseString(screen.replace('\'', '"')).getAsJsonObject();

        BareCalls.Answer answer = new ScreensCheck(new BareCalls(workspace.apiUrl(), TIMEOUT)).validate(malformed);

        assertThat(answer.isOk()).isFalse();
        assertThat(ScreensCheck.problems(answer)).isNotEmpty().allMatch(problem -> problem.contains(" at /"));
    }

    @Test
    void aPlaceholderForAFileOfOursIsNoFault() {
        assertThat(ScreensCheck.screens().values().toString()).contains("slack_file");
        assertThat(ScreensCheck.screens()).hasSizeGreaterThan(30).containsKeys("settings/form", "home/certified");
    }
}
