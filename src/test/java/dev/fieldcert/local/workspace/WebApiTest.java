package dev.fieldcert.local.workspace;

import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.divider;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.model.Message;
import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.local.workspace.client.PersonClient;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebApiTest {

    private final WorkspaceFixture fixture = new WorkspaceFixture();
    private final LocalWorkspace workspace = fixture.workspace;
    private final PersonClient ada = workspace.person("ada");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aPostedMessageIsSeenByThePersonAndFoundInTheHistoryWithItsMetadata() throws Exception {
        var metadata = Message.Metadata.builder()
                .eventType("outbox")
                .eventPayload(Map.of("id", "o-1"))
                .build();
        var posted = fixture.slack.chatPostMessage(r -> r.channel(ada.id())
                .text("Good morning")
                .blocks(asBlocks(section(s -> s.text(markdownText("*Good* morning")))))
                .metadata(metadata));

        assertThat(posted.isOk()).isTrue();
        assertThat(posted.getChannel()).startsWith("D").isEqualTo(ada.directMessage());
        assertThat(ada.directMessages()).extracting(m -> Json.text(m, "text")).containsExactly("Good morning");
        var history = fixture.slack.conversationsHistory(
                r -> r.channel(posted.getChannel()).includeAllMetadata(true));
        assertThat(history.getMessages().get(0).getMetadata().getEventPayload()).containsEntry("id", "o-1");
        assertThat(history.getMessages().get(0).getBlocks().get(0).getBlockId()).isNotEmpty();
        var without = fixture.slack.conversationsHistory(r -> r.channel(posted.getChannel()));
        assertThat(without.getMessages().get(0).getMetadata()).isNull();
    }

    @Test
    void tokensAreChecked() throws Exception {
        assertThat(fixture.client.methods("xoxb-other").authTest(r -> r).getError())
                .isEqualTo("invalid_auth");
        assertThat(fixture.client.methods("").authTest(r -> r).getError()).isEqualTo("not_authed");
        assertThat(fixture.slack.authTest(r -> r).getUserId()).isEqualTo(workspace.botUser());
    }

    @Test
    void refusesWhatSlackRefusesByName() throws Exception {
        var outside = workspace.channel("outside").removesTheBot();
        var old = workspace.channel("old").archives();
        assertThat(post("C404", "x")).isEqualTo("channel_not_found");
        assertThat(post(outside.id(), "x")).isEqualTo("not_in_channel");
        assertThat(post(old.id(), "x")).isEqualTo("is_archived");
        assertThat(post(ada.id(), "")).isEqualTo("no_text");
        assertThat(fixture.slack.usersInfo(r -> r.user("U404")).getError()).isEqualTo("user_not_found");
        assertThat(fixture.slack
                        .chatUpdate(
                                r -> r.channel(ada.directMessage()).ts("1.2").text("x"))
                        .getError())
                .isEqualTo("message_not_found");
        ada.types(ada.directMessage(), "mine");
        String hers = Json.text(ada.directMessages().get(0), "ts");
        assertThat(fixture.slack
                        .chatUpdate(r -> r.channel(ada.directMessage()).ts(hers).text("x"))
                        .getError())
                .isEqualTo("cant_update_message");
        ada.leavesTheCompany();
        assertThat(post(ada.id(), "x")).isEqualTo("user_disabled");
        assertThat(fixture.slack
                        .conversationsOpen(r -> r.users(List.of(ada.id())))
                        .getError())
                .isEqualTo("user_disabled");
    }

    @Test
    void invalidBlocksAreRefusedWithTheReason() throws Exception {
        List<LayoutBlock> blocks = new ArrayList<>(Collections.nCopies(51, divider()));
        var answer =
                fixture.slack.chatPostMessage(r -> r.channel(ada.id()).text("x").blocks(blocks));
        assertThat(answer.getError()).isEqualTo("invalid_blocks");
        assertThat(answer.getResponseMetadata().getMessages())
                .containsExactly("[ERROR] no more than 50 items allowed [json-pointer:/blocks]");
        List<LayoutBlock> wordy =
                new ArrayList<>(Collections.nCopies(5, section(s -> s.text(markdownText("x".repeat(2900))))));
        assertThat(fixture.slack
                        .chatPostMessage(r -> r.channel(ada.id()).text("x").blocks(wordy))
                        .getError())
                .isEqualTo("msg_blocks_too_long");
        assertThat(ada.directMessages()).isEmpty();
    }

    @Test
    void aVeryLongTextIsCut() throws Exception {
        fixture.slack.chatPostMessage(r -> r.channel(ada.id()).text("x".repeat(40_001)));
        assertThat(Json.text(ada.directMessages().get(0), "text")).hasSize(40_000);
    }

    @Test
    void anUpdateWithTextAloneTakesTheBlocksAway() throws Exception {
        var posted = fixture.slack.chatPostMessage(
                r -> r.channel(ada.id()).text("old").blocks(asBlocks(divider())));
        fixture.slack.chatUpdate(
                r -> r.channel(posted.getChannel()).ts(posted.getTs()).text("new"));
        assertThat(ada.directMessages().get(0).has("blocks")).isFalse();
        assertThat(Json.text(ada.directMessages().get(0), "text")).isEqualTo("new");
    }

    @Test
    void anEphemeralMessageIsForOnePersonAndNotInTheHistory() throws Exception {
        var mei = workspace.person("mei");
        var channel = workspace.channel("team").invites(ada, mei);
        assertThat(fixture.slack
                        .chatPostEphemeral(
                                r -> r.channel(channel.id()).user(ada.id()).text("psst"))
                        .isOk())
                .isTrue();
        assertThat(ada.messages(channel.id())).hasSize(1);
        assertThat(mei.messages(channel.id())).isEmpty();
        assertThat(fixture.slack
                        .conversationsHistory(r -> r.channel(channel.id()))
                        .getMessages())
                .isEmpty();
    }

    @Test
    void historyIsNewestFirstInPages() throws Exception {
        for (int i = 1; i <= 5; i++) {
            post(ada.id(), "m" + i);
        }
        String channel = ada.directMessage();
        var first = fixture.slack.conversationsHistory(
                ConversationsHistoryRequest.builder().channel(channel).limit(3).build());
        assertThat(first.getMessages()).extracting(Message::getText).containsExactly("m5", "m4", "m3");
        assertThat(first.isHasMore()).isTrue();
        var second = fixture.slack.conversationsHistory(ConversationsHistoryRequest.builder()
                .channel(channel)
                .limit(3)
                .cursor(first.getResponseMetadata().getNextCursor())
                .build());
        assertThat(second.getMessages()).extracting(Message::getText).containsExactly("m2", "m1");
        String third = first.getMessages().get(2).getTs();
        var newer = fixture.slack.conversationsHistory(r -> r.channel(channel).oldest(third));
        assertThat(newer.getMessages()).extracting(Message::getText).containsExactly("m5", "m4");
    }

    @Test
    void peopleHaveTheOffsetOfTheirZoneToday() throws Exception {
        var mei = workspace.person(PersonSpec.named("mei").in("Asia/Tokyo").asAdmin());
        var user = fixture.slack.usersInfo(r -> r.user(mei.id())).getUser();
        assertThat(user.getTzOffset()).isEqualTo(9 * 3600);
        assertThat(user.isAdmin()).isTrue();
        assertThat(fixture.slack
                        .usersLookupByEmail(r -> r.email("mei@example.com"))
                        .getUser()
                        .getId())
                .isEqualTo(mei.id());
        assertThat(fixture.slack
                        .usersList(r -> r.limit(1))
                        .getResponseMetadata()
                        .getNextCursor())
                .isNotEmpty();
    }

    @Test
    void groupsAndQuietHoursAreTold() throws Exception {
        String group = workspace.group("sal", ada);
        assertThat(fixture.slack.usergroupsList(r -> r).getUsergroups().get(0).getHandle())
                .isEqualTo("sal");
        assertThat(fixture.slack.usergroupsUsersList(r -> r.usergroup(group)).getUsers())
                .containsExactly(ada.id());
        ada.doesNotWantToBeDisturbed(
                fixture.clock.instant(), fixture.clock.instant().plusSeconds(3600));
        var dnd = fixture.slack.dndInfo(r -> r.user(ada.id()));
        assertThat(dnd.isDndEnabled()).isTrue();
        assertThat(dnd.getNextDndEndTs())
                .isEqualTo((int) fixture.clock.instant().getEpochSecond() + 3600);
    }

    @Test
    void aFileGoesThroughTheThreeStepUploadAndOnlyTheBotMayDownloadIt() throws Exception {
        byte[] picture = {1, 2, 3, 4};
        var uploaded = fixture.slack.filesUploadV2(
                r -> r.filename("badge.png").title("Badge").fileData(picture).channel(ada.directMessage()));
        assertThat(uploaded.isOk()).as(uploaded.toString()).isTrue();
        assertThat(Json.objects(ada.directMessages().get(0), "files")).hasSize(1);
        var file = uploaded.getFile();
        assertThat(file.getMimetype()).isEqualTo("image/png");
        var shown = fixture.slack.chatPostMessage(r -> r.channel(ada.id())
                .text("look")
                .blocksAsString("[{\"type\":\"image\",\"alt_text\":\"badge\",\"slack_file\":{\"id\":\"" + file.getId()
                        + "\"}}]"));
        assertThat(shown.isOk()).isTrue();
        var http = java.net.http.HttpClient.newHttpClient();
        var url = java.net.http.HttpRequest.newBuilder(java.net.URI.create(file.getUrlPrivate()));
        var bytes = java.net.http.HttpResponse.BodyHandlers.ofByteArray();
        assertThat(http.send(url.build(), bytes).statusCode()).isEqualTo(403);
        var allowed = url.header(
                        "Authorization", "Bearer " + workspace.settings().botToken())
                .build();
        assertThat(http.send(allowed, bytes).body()).isEqualTo(picture);
    }

    @Test
    void screensFromTheOfficialBuildersAreTaken() throws Exception {
        var menu = com.slack.api.model.block.element.BlockElements.staticSelect(s -> s.actionId("m")
                .placeholder(com.slack.api.model.block.composition.BlockCompositions.plainText("Pick"))
                .options(List.of(com.slack.api.model.block.composition.BlockCompositions.option(
                        com.slack.api.model.block.composition.BlockCompositions.plainText("One", true), "1"))));
        var input = com.slack.api.model.block.element.BlockElements.plainTextInput(
                p -> p.actionId("t").multiline(true));
        var form = com.slack.api.model.block.Blocks.input(i -> i.blockId("b")
                .label(com.slack.api.model.block.composition.BlockCompositions.plainText("Words"))
                .element(input));
        var blocks = asBlocks(
                com.slack.api.model.block.Blocks.header(
                        h -> h.text(com.slack.api.model.block.composition.BlockCompositions.plainText("Hello", true))),
                section(s -> s.text(markdownText("*Hi*")).accessory(menu)),
                form);
        var home = com.slack.api.model.view.Views.view(v -> v.type("home").blocks(blocks));
        assertThat(fixture.slack
                        .viewsPublish(r -> r.userId(ada.id()).view(home))
                        .getError())
                .isNull();
        assertThat(fixture.slack
                        .chatPostMessage(r -> r.channel(ada.id()).text("x").blocks(blocks))
                        .getError())
                .isNull();
        ada.types(ada.directMessage(), "/cert");
        var modal = com.slack.api.model.view.Views.view(v -> v.type("modal")
                .title(com.slack.api.model.view.Views.viewTitle(
                        t -> t.type("plain_text").text("Form")))
                .submit(com.slack.api.model.view.Views.viewSubmit(
                        t -> t.type("plain_text").text("Send")))
                .blocks(blocks));
        String trigger = fixture.bot.last().field("trigger_id");
        assertThat(fixture.slack
                        .viewsOpen(r -> r.triggerId(trigger).view(modal))
                        .getError())
                .isNull();
    }

    @Test
    void directMessagesAreRefusedWhenTheMessagesTabIsOff() throws Exception {
        try (var closed = new WorkspaceFixture(settings -> settings.withMessagesTab(false))) {
            var mei = closed.workspace.person("mei");
            assertThat(closed.slack
                            .chatPostMessage(r -> r.channel(mei.id()).text("x"))
                            .getError())
                    .isEqualTo("messages_tab_disabled");
        }
    }

    @Test
    void everyCallIsListedWithItsError() throws Exception {
        post("C404", "x");
        var calls = workspace.calls();
        var call = calls.get(calls.size() - 1);
        assertThat(call.method()).isEqualTo("chat.postMessage");
        assertThat(call.error()).contains("channel_not_found");
        assertThat(call.at()).isEqualTo(fixture.clock.instant());
        assertThat(call.arguments().has("token")).isFalse();
    }

    private String post(String channel, String text) throws Exception {
        return fixture.slack.chatPostMessage(r -> r.channel(channel).text(text)).getError();
    }
}
