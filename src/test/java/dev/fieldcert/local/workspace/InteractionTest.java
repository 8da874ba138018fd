package dev.fieldcert.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import dev.fieldcert.local.workspace.blockkit.Blocks;
import dev.fieldcert.local.workspace.client.PersonClient;
import dev.fieldcert.local.workspace.state.SurfaceRef;
import dev.fieldcert.local.workspace.wire.Json;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InteractionTest {

    private static final String QUESTION = """
            [{"type":"section","block_id":"ask","text":{"type":"mrkdwn","text":"Which?"}},
             {"type":"actions","block_id":"options","elements":[
               {"type":"checkboxes","action_id":"pick","options":[
                 {"text":{"type":"plain_text","text":"One"},"value":"1"},
                 {"text":{"type":"plain_text","text":"Two"},"value":"2"}]},
               {"type":"button","action_id":"answer","value":"attempt-7","text":{"type":"plain_text","text":"Answer"}}]}]
            """;
    private static final String FORM = """
            {"type":"modal","callback_id":"feedback","notify_on_close":true,
             "title":{"type":"plain_text","text":"Feedback"},"submit":{"type":"plain_text","text":"Send"},
             "blocks":[{"type":"input","block_id":"words","label":{"type":"plain_text","text":"Your words"},
               "element":{"type":"plain_text_input","action_id":"text"}}]}
            """;

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final LocalWorkspace workspace = fixture.workspace;
    private final RecordingBot bot = fixture.bot;
    private final PersonClient ada = workspace.person("ada");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aClickCarriesTheMessageTheButtonAndWhatWasTicked() throws Exception {
        SurfaceRef place = asks();
        ada.chooses(place, "options", "pick", List.of("1", "2"));
        var ticked = bot.last().json().getAsJsonArray("actions").get(0);
        assertThat(Json.objects(ticked, "selected_options")).hasSize(2);

        assertThat(ada.clicks(place, "options", "answer").warning()).isEmpty();
        JsonObject payload = bot.last().json();
        assertThat(Json.text(payload, "type")).isEqualTo("block_actions");
        var action = payload.getAsJsonArray("actions").get(0);
        assertThat(Json.text(action, "value")).isEqualTo("attempt-7");
        assertThat(Json.text(action, "block_id")).isEqualTo("options");
        var picked = Json.child(Json.child(Json.child(payload.get("state"), "values"), "options"), "pick");
        assertThat(Json.objects(picked, "selected_options"))
                .extracting(option -> Json.text(option, "value"))
                .containsExactly("1", "2");
        assertThat(Json.text(Json.child(payload, "container"), "message_ts")).isEqualTo(place.id());
        assertThat(Json.text(Json.child(payload, "message"), "ts")).isEqualTo(place.id());
        assertThat(Json.text(Json.child(payload, "user"), "id")).isEqualTo(ada.id());
    }

    @Test
    void anotherPersonsTicksAreTheirOwn() throws Exception {
        var mei = workspace.person("mei");
        var channel = workspace.channel("team").invites(ada, mei);
        String ts = fixture.slack
                .chatPostMessage(r -> r.channel(channel.id()).text("Which?").blocksAsString(QUESTION))
                .getTs();
        var place = SurfaceRef.message(channel.id(), ts);
        ada.chooses(place, "options", "pick", List.of("1"));
        assertThat(Json.objects(Json.child(Json.child(mei.choices(place), "options"), "pick"), "selected_options"))
                .isEmpty();
    }

    @Test
    void aResponseUrlReplacesAndDeletesTheClickedMessage() throws Exception {
        SurfaceRef place = asks();
        ada.clicks(place, "options", "answer");
        String url = Json.text(bot.last().json(), "response_url");
        DeliveryTest.respond(url, "{\"replace_original\":true,\"text\":\"Right\",\"blocks\":[]}");
        assertThat(ada.directMessages()).extracting(m -> Json.text(m, "text")).containsExactly("Right");
        DeliveryTest.respond(url, "{\"delete_original\":true}");
        assertThat(ada.directMessages()).isEmpty();
    }

    @Test
    void anOldButtonCanStillBeClickedWhenTheMessageHasChanged() throws Exception {
        SurfaceRef place = asks();
        JsonObject seen = ada.directMessages().get(0);
        JsonObject button = Blocks.element(seen, "options", "answer").orElseThrow();
        fixture.slack.chatUpdate(r -> r.channel(place.channel()).ts(place.id()).text("Marked"));
        ada.clicks(place, seen, "options", button);
        assertThat(Json.text(bot.last().json().getAsJsonArray("actions").get(0), "value"))
                .isEqualTo("attempt-7");
        assertThat(Json.text(Json.child(bot.last().json(), "message"), "text")).isEqualTo("Marked");
    }

    @Test
    void aTriggerOpensOneModalWithinThreeSeconds() throws Exception {
        SurfaceRef place = asks();
        assertThat(open("nonsense").getError()).isEqualTo("invalid_trigger_id");
        ada.clicks(place, "options", "answer");
        String trigger = Json.text(bot.last().json(), "trigger_id");
        assertThat(open(trigger).isOk()).isTrue();
        assertThat(open(trigger).getError()).isEqualTo("exchanged_trigger_id");
        ada.clicks(place, "options", "answer");
        String late = Json.text(bot.last().json(), "trigger_id");
        fixture.clock.advance(Duration.ofMillis(3001));
        assertThat(open(late).getError()).isEqualTo("expired_trigger_id");
    }

    @Test
    void aFormAsksForItsFieldsThenShowsTheBotsErrorsThenCloses() throws Exception {
        opensForm();
        assertThat(ada.submits().fieldErrors()).containsEntry("words", "Please complete this required field.");
        ada.chooses(form(), "words", "text", List.of("too short"));
        bot.answers(d ->
                new RecordingBot.Reply(200, "{\"response_action\":\"errors\",\"errors\":{\"words\":\"Say more\"}}"));
        assertThat(ada.submits().fieldErrors()).containsEntry("words", "Say more");
        assertThat(ada.modals()).hasSize(1);
        var state = Json.child(Json.child(bot.last().json(), "view"), "state");
        assertThat(Json.text(Json.child(Json.child(Json.child(state, "values"), "words"), "text"), "value"))
                .isEqualTo("too short");

        bot.answers(d ->
                new RecordingBot.Reply(200, "{\"response_action\":\"errors\",\"errors\":{\"nothing\":\"Say more\"}}"));
        assertThat(ada.submits().warning().orElse("")).startsWith("We had some trouble connecting.");
        bot.answers(d -> new RecordingBot.Reply(200, ""));
        assertThat(ada.submits().warning()).isEmpty();
        assertThat(ada.modals()).isEmpty();
    }

    @Test
    void formsAreStackedThreeHigh() throws Exception {
        opensForm();
        ada.chooses(form(), "words", "text", List.of("x"));
        bot.answers(d -> new RecordingBot.Reply(200, "{\"response_action\":\"push\",\"view\":" + FORM + "}"));
        ada.submits();
        assertThat(ada.modals()).hasSize(2);
        ada.chooses(form(), "words", "text", List.of("x"));
        ada.submits();
        ada.chooses(form(), "words", "text", List.of("x"));
        assertThat(ada.submits().warning().orElse("")).contains("push_limit_reached");
        bot.answers(d -> new RecordingBot.Reply(200, "{\"response_action\":\"clear\"}"));
        ada.submits();
        assertThat(ada.modals()).isEmpty();
    }

    @Test
    void closingAFormIsToldWhenAskedFor() throws Exception {
        opensForm();
        ada.dismisses(false);
        assertThat(Json.text(bot.last().json(), "type")).isEqualTo("view_closed");
        assertThat(ada.modals()).isEmpty();
    }

    @Test
    void aHashGuardsAgainstReplacingANewerHome() throws Exception {
        String home = "{\"type\":\"home\",\"blocks\":[{\"type\":\"divider\"}]}";
        var first = fixture.slack.viewsPublish(r -> r.userId(ada.id()).viewAsString(home));
        assertThat(first.isOk()).isTrue();
        String hash = first.getView().getHash();
        assertThat(fixture.slack
                        .viewsPublish(r -> r.userId(ada.id()).viewAsString(home).hash(hash))
                        .isOk())
                .isTrue();
        assertThat(fixture.slack
                        .viewsPublish(r -> r.userId(ada.id()).viewAsString(home).hash(hash))
                        .getError())
                .isEqualTo("hash_conflict");
        assertThat(ada.home()).isPresent();
    }

    @Test
    void aViewThatIsTooLongIsRefusedWithTheReason() throws Exception {
        ada.clicks(asks(), "options", "answer");
        String trigger = Json.text(bot.last().json(), "trigger_id");
        String view = FORM.replace("\"Feedback\"", "\"A title far too long for a modal\"");
        var answer = fixture.slack.viewsOpen(r -> r.triggerId(trigger).viewAsString(view));
        assertThat(answer.getError()).isEqualTo("invalid_arguments");
        assertThat(answer.getResponseMetadata().getMessages())
                .containsExactly("[ERROR] must be less than 25 characters [json-pointer:/view/title/text]");
    }

    private SurfaceRef asks() throws Exception {
        var posted = fixture.slack.chatPostMessage(
                r -> r.channel(ada.id()).text("Which?").blocksAsString(QUESTION));
        return SurfaceRef.message(posted.getChannel(), posted.getTs());
    }

    private void opensForm() throws Exception {
        ada.clicks(asks(), "options", "answer");
        assertThat(open(Json.text(bot.last().json(), "trigger_id")).isOk()).isTrue();
    }

    private SurfaceRef form() {
        var modals = ada.modals();
        return SurfaceRef.view(Json.text(modals.get(modals.size() - 1), "id"));
    }

    private ViewsOpenResponse open(String trigger) throws Exception {
        return fixture.slack.viewsOpen(r -> r.triggerId(trigger).viewAsString(FORM));
    }
}
