package dev.fieldcert.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import dev.fieldcert.local.workspace.client.PersonClient;
import dev.fieldcert.local.workspace.state.Conversations;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.local.workspace.wire.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final LocalWorkspace workspace = fixture.workspace;
    private final RecordingBot bot = fixture.bot;
    private final PersonClient ada = workspace.person("ada");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aDirectMessageArrivesSignedAsTheOfficialVerifierExpects() {
        ada.types(ada.directMessage(), "next");

        var delivery = bot.last();
        String timestamp = delivery.headers().getFirst("X-Slack-Request-Timestamp");
        var generator = new SlackSignature.Generator(workspace.settings().signingSecret());
        assertThat(delivery.headers().getFirst("X-Slack-Signature"))
                .isEqualTo(generator.generate(timestamp, delivery.body()));
        assertThat(Long.parseLong(timestamp)).isEqualTo(fixture.clock.instant().getEpochSecond());
        var event = Json.child(delivery.json(), "event");
        assertThat(Json.text(event, "type")).isEqualTo("message");
        assertThat(Json.text(event, "channel_type")).isEqualTo("im");
        assertThat(Json.text(event, "user")).isEqualTo(ada.id());
        assertThat(Json.text(event, "text")).isEqualTo("next");
    }

    @Test
    void anEventThatIsNotAcknowledgedComesThreeMoreTimesLaterAndLater() {
        bot.answers(delivery -> new RecordingBot.Reply(500, ""));
        ada.types(ada.directMessage(), "next");
        var delays = new ArrayList<Duration>();
        while (!fixture.later.isEmpty()) {
            var next = fixture.later.remove(0);
            delays.add(next.delay());
            next.task().run();
        }

        assertThat(delays).containsExactly(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));
        assertThat(bot.deliveries())
                .extracting(delivery -> delivery.headers().getFirst("X-Slack-Retry-Num"))
                .containsExactly(null, "1", "2", "3");
        assertThat(bot.last().headers().getFirst("X-Slack-Retry-Reason")).isEqualTo("http_error");
        assertThat(bot.deliveries())
                .extracting(d -> Json.text(d.json(), "event_id"))
                .containsOnly(Json.text(bot.last().json(), "event_id"));
    }

    @Test
    void anAcknowledgedEventDoesNotComeAgain() {
        ada.types(ada.directMessage(), "next");
        assertThat(fixture.later).isEmpty();
        assertThat(bot.deliveries()).hasSize(1);
    }

    @Test
    void eventsCanComeTwiceAndOutOfOrder() {
        workspace.events().deliverEach(2);
        ada.types(ada.directMessage(), "one");
        assertThat(bot.deliveries()).hasSize(2);
        workspace.events().deliverEach(1);
        bot.forget();

        workspace.events().hold();
        for (int i = 0; i < 8; i++) {
            ada.types(ada.directMessage(), "m" + i);
        }
        assertThat(bot.deliveries()).isEmpty();
        workspace.events().release(7);
        var arrived = bot.deliveries().stream()
                .map(d -> Json.text(Json.child(d.json(), "event"), "text"))
                .toList();
        assertThat(arrived)
                .hasSize(8)
                .doesNotHaveDuplicates()
                .isNotEqualTo(arrived.stream().sorted().toList());
    }

    @Test
    void theBotHearsItsOwnDirectMessagesUnlessToldNotTo() throws Exception {
        try (var loud = new WorkspaceFixture(settings -> settings.withEchoOfOwnMessages(true))) {
            var mei = loud.workspace.person("mei");
            loud.slack.chatPostMessage(r -> r.channel(mei.id()).text("hello"));
            loud.workspace.events().awaitQuiet();
            assertThat(Json.text(Json.child(loud.bot.last().json(), "event"), "bot_id"))
                    .isEqualTo("B0LOCALBOT");
        }
    }

    @Test
    void namesInACommandAreEscapedWhenTheSettingIsOn() {
        var mei = workspace.person("mei");
        var team = workspace.channel("team");
        String group = workspace.group("sal", mei);
        ada.types(team.id(), "/cert-admin enroll @mei @sal #team <now> & @nobody");
        assertThat(bot.last().field("command")).isEqualTo("/cert-admin");
        assertThat(bot.last().field("text"))
                .isEqualTo("enroll <@%s|mei> <!subteam^%s|@sal> <#%s|team> &lt;now&gt; &amp; @nobody"
                        .formatted(mei.id(), group, team.id()));
        assertThat(bot.last().field("user_name")).isEqualTo("ada");
        assertThat(bot.last().field("response_url")).startsWith(workspace.base());
        try (var plain = new WorkspaceFixture(settings -> settings.withEscapedCommands(false))) {
            var linus = plain.workspace.person("linus");
            linus.types(linus.directMessage(), "/cert-admin status @linus");
            assertThat(plain.bot.last().field("text")).isEqualTo("status @linus");
            assertThat(plain.bot.last().field("channel_name")).isEqualTo("directmessage");
        }
    }

    @Test
    void aMentionInAChannelReachesTheBotOnlyWhereItIsAMember() {
        var team = workspace.channel("team").invites(ada);
        workspace.events().awaitQuiet();
        bot.forget();
        ada.types(team.id(), "hello @fieldcert");
        assertThat(Json.text(Json.child(bot.last().json(), "event"), "type")).isEqualTo("app_mention");
        bot.forget();
        ada.types(team.id(), "hello everyone");
        team.removesTheBot();
        ada.types(team.id(), "hello @fieldcert");
        assertThat(bot.deliveries()).isEmpty();
    }

    @Test
    void comingsGoingsAndFilesAreTold() {
        var types = new HashSet<String>();
        var mei = workspace.hires(PersonSpec.named("mei").in("Asia/Tokyo"));
        mei.movesTo("Europe/Paris");
        workspace.channel("team").invites(mei);
        workspace.events().awaitQuiet();
        mei.opensHome();
        mei.uploads(mei.directMessage(), "plan.pdf", new byte[] {1, 2});
        bot.deliveries().forEach(d -> types.add(Json.text(Json.child(d.json(), "event"), "type")));
        assertThat(types)
                .containsExactlyInAnyOrder(
                        "team_join",
                        "user_change",
                        "member_joined_channel",
                        "app_home_opened",
                        "message",
                        "file_shared");
    }

    @Test
    void theUrlIsVerifiedByAnEcho() {
        bot.answers(delivery -> new RecordingBot.Reply(200, Json.text(delivery.json(), "challenge")));
        assertThat(workspace.verifiesUrl()).isTrue();
        bot.answers(delivery -> new RecordingBot.Reply(200, "no"));
        assertThat(workspace.verifiesUrl()).isFalse();
    }

    @Test
    void aCommandThatFailsIsShownInSlacksWords() {
        bot.answers(delivery -> new RecordingBot.Reply(500, ""));
        assertThat(ada.types(ada.directMessage(), "/cert").warning())
                .contains("/cert failed with the error \"dispatch_failed\"");
    }

    @Test
    void aLateAcknowledgementIsATimeout() {
        try (var hasty = new WorkspaceFixture(settings -> settings.withAckBudget(Duration.ofMillis(300)))) {
            var held = new java.util.concurrent.CountDownLatch(1);
            hasty.bot.answers(delivery -> {
                try {
                    held.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new RecordingBot.Reply(200, "");
            });
            var linus = hasty.workspace.person("linus");
            assertThat(linus.types(linus.directMessage(), "/cert").warning())
                    .contains("/cert failed with the error \"operation_timeout\"");
            held.countDown();
        }
    }

    @Test
    void aResponseUrlTakesFiveMessagesWithinHalfAnHour() throws Exception {
        ada.types(ada.directMessage(), "/cert");
        String url = bot.last().field("response_url");
        for (int i = 0; i < 5; i++) {
            assertThat(respond(url, "{\"text\":\"answer\"}").statusCode()).isEqualTo(200);
        }
        assertThat(respond(url, "{\"text\":\"answer\"}").body()).contains("used_url");
        assertThat(ada.directMessages()).hasSize(5).allMatch(Conversations::isEphemeral);

        ada.types(ada.directMessage(), "/cert");
        String late = bot.last().field("response_url");
        fixture.clock.advance(Duration.ofMinutes(31));
        assertThat(respond(late, "{\"text\":\"answer\"}").body()).contains("expired_url");
    }

    @Test
    void aCommandMayBeAnsweredInTheAcknowledgement() {
        bot.answers(delivery -> new RecordingBot.Reply(200, "{\"response_type\":\"in_channel\",\"text\":\"hello\"}"));
        ada.types(ada.directMessage(), "/cert");
        assertThat(ada.directMessages()).extracting(m -> Json.text(m, "text")).containsExactly("hello");
        assertThat(Conversations.isEphemeral(ada.directMessages().get(0))).isFalse();
    }

    static HttpResponse<String> respond(String url, String json) throws Exception {
        var request = HttpRequest.newBuilder(java.net.URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
