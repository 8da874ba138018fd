package dev.fieldcert.local.workspace;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import dev.fieldcert.local.workspace.settings.Settings;
import dev.fieldcert.local.workspace.settings.TimeTravel;
import dev.fieldcert.local.workspace.wire.Json;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A tiny bot with a script, for trying the page and the conversation kit without the application: a lesson, a question,
 * a form, a Home tab. Run its main method and open the address it prints.
 */
public final class DemoBot implements AutoCloseable {

    private static final String LESSON = """
            [{"type":"header","text":{"type":"plain_text","text":"Why teams adopt DevOps :rocket:"}},
             {"type":"context","elements":[{"type":"mrkdwn","text":"*Applying DevOps* · card 2 of 4 · about a minute"}]},
             {"type":"section","text":{"type":"mrkdwn","text":"Customers rarely buy _DevOps_. They buy *shorter lead time*, fewer failed changes, and sleep.\\n\\n• Lead time: from commit to production\\n• Change failure rate: what breaks\\n• Time to restore: how long it hurts\\n\\n> The question that opens the conversation: _“How long does a one-line change take you?”_\\n\\nRead further: <https://dora.dev/guides/dora-metrics-four-keys/|DORA's four keys> and `git log --since=1.week`."}},
             {"type":"section","fields":[{"type":"mrkdwn","text":"*Elite*\\nseveral deployments a day"},{"type":"mrkdwn","text":"*Low*\\nfewer than one in six months"}]},
             {"type":"divider"},
             {"type":"actions","block_id":"nav","elements":[
               {"type":"button","action_id":"back","text":{"type":"plain_text","text":"Back"}},
               {"type":"button","action_id":"next","text":{"type":"plain_text","text":"Next"}},
               {"type":"button","action_id":"ready","style":"primary","text":{"type":"plain_text","text":"I’m ready"}},
               {"type":"button","action_id":"form","text":{"type":"plain_text","text":"Give feedback"}},
               {"type":"button","action_id":"stop","style":"danger","text":{"type":"plain_text","text":"Stop the course"},
                "confirm":{"title":{"type":"plain_text","text":"Stop this course?"},"text":{"type":"mrkdwn","text":"Your progress is kept. You can come back any day."},"confirm":{"type":"plain_text","text":"Stop"},"deny":{"type":"plain_text","text":"Keep learning"},"style":"danger"}}]}]
            """;
    private static final String QUESTION = """
            [{"type":"section","block_id":"ask","text":{"type":"mrkdwn","text":"*Question 1 of 2*\\nWhich of these belong to the four keys? Partial credit is given."}},
             {"type":"actions","block_id":"options","elements":[
               {"type":"checkboxes","action_id":"pick","options":[
                 {"text":{"type":"mrkdwn","text":"*Lead time* for changes"},"value":"1"},
                 {"text":{"type":"plain_text","text":"Lines of code"},"value":"2","description":{"type":"plain_text","text":"per developer and week"}},
                 {"text":{"type":"plain_text","text":"Time to restore"},"value":"3"}]},
               {"type":"radio_buttons","action_id":"sure","options":[
                 {"text":{"type":"plain_text","text":"I am sure"},"value":"sure"},
                 {"text":{"type":"plain_text","text":"I am guessing"},"value":"guess"}]}]},
             {"type":"actions","block_id":"send","elements":[
               {"type":"button","action_id":"answer","value":"attempt-7","style":"primary","text":{"type":"plain_text","text":"Answer"}},
               {"type":"static_select","action_id":"lang","placeholder":{"type":"plain_text","text":"Language"},"options":[{"text":{"type":"plain_text","text":"English"},"value":"en"},{"text":{"type":"plain_text","text":"日本語"},"value":"ja"}]},
               {"type":"users_select","action_id":"coach","placeholder":{"type":"plain_text","text":"Ask a coach"}},
               {"type":"overflow","action_id":"more","options":[{"text":{"type":"plain_text","text":"Skip this question"},"value":"skip"},{"text":{"type":"plain_text","text":"Report a problem"},"value":"report"}]}]}]
            """;
    private static final String FORM = """
            {"type":"modal","callback_id":"feedback","title":{"type":"plain_text","text":"Your feedback"},
             "submit":{"type":"plain_text","text":"Send"},"close":{"type":"plain_text","text":"Not now"},
             "blocks":[{"type":"section","text":{"type":"mrkdwn","text":"It goes to the people who write the lessons."}},
              {"type":"input","block_id":"words","label":{"type":"plain_text","text":"What should we know?"},"hint":{"type":"plain_text","text":"At least three words"},"element":{"type":"plain_text_input","action_id":"text","multiline":true,"placeholder":{"type":"plain_text","text":"The second card …"}}},
              {"type":"input","block_id":"stars","label":{"type":"plain_text","text":"How useful was it, from 1 to 5?"},"element":{"type":"number_input","is_decimal_allowed":false,"min_value":"1","max_value":"5","action_id":"n"}},
              {"type":"input","block_id":"when","optional":true,"label":{"type":"plain_text","text":"When may we call?"},"element":{"type":"datepicker","action_id":"d"}},
              {"type":"input","block_id":"who","optional":true,"label":{"type":"plain_text","text":"Topics"},"element":{"type":"multi_static_select","action_id":"t","placeholder":{"type":"plain_text","text":"Any number"},"options":[{"text":{"type":"plain_text","text":"Lessons"},"value":"l"},{"text":{"type":"plain_text","text":"Questions"},"value":"q"},{"text":{"type":"plain_text","text":"Badges"},"value":"b"}]}},
              {"type":"input","block_id":"plan","optional":true,"label":{"type":"plain_text","text":"A file"},"element":{"type":"file_input","action_id":"f","max_files":1}}]}
            """;
    private static final String GALLERY = """
            [{"type":"image","alt_text":"A green badge with a tick","title":{"type":"plain_text","text":"Your badge"},"slack_file":{"id":"FILE"}},
             {"type":"section","text":{"type":"mrkdwn","text":"A section with a *picture*: ~old~ and :tada: <!channel> <!date^1772442000^{date_long} at {time}|soon>\n1. first\n2. second\n```\nif (ready) go();\n```"},"accessory":{"type":"image","alt_text":"badge","slack_file":{"id":"FILE"}}},
             {"type":"section","block_id":"s1","text":{"type":"mrkdwn","text":"How sure are you?"},"accessory":{"type":"radio_buttons","action_id":"r","initial_option":{"text":{"type":"plain_text","text":"Very"},"value":"v"},"options":[{"text":{"type":"plain_text","text":"Very"},"value":"v"},{"text":{"type":"plain_text","text":"Not at all"},"value":"n"}]}},
             {"type":"section","block_id":"s2","text":{"type":"mrkdwn","text":"People to tell"},"accessory":{"type":"multi_users_select","action_id":"mu","placeholder":{"type":"plain_text","text":"Anybody"}}},
             {"type":"section","block_id":"s3","text":{"type":"mrkdwn","text":"A date"},"accessory":{"type":"datepicker","action_id":"d","initial_date":"2026-12-24"}},
             {"type":"actions","block_id":"a1","elements":[{"type":"timepicker","action_id":"t","initial_time":"09:00"},{"type":"channels_select","action_id":"c","placeholder":{"type":"plain_text","text":"A channel"}},{"type":"button","action_id":"u","text":{"type":"plain_text","text":"Open DORA :link:"},"url":"https://dora.dev"}]},
             {"type":"input","block_id":"i1","label":{"type":"plain_text","text":"Your answer"},"element":{"type":"plain_text_input","action_id":"p","placeholder":{"type":"plain_text","text":"1.2M"}}},
             {"type":"context","elements":[{"type":"image","alt_text":"badge","slack_file":{"id":"FILE"}},{"type":"plain_text","text":"Sources: dora.dev"}]},
             {"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"Rich "},{"type":"text","text":"bold","style":{"bold":true}},{"type":"link","url":"https://dora.dev","text":" and a link"}]},{"type":"rich_text_list","style":"bullet","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"one"}]},{"type":"rich_text_section","elements":[{"type":"text","text":"two"}]}]}]},
             {"type":"section","text":{"type":"mrkdwn","text":"مرحبا بك في الدورة"}}]
            """;
    private static final String HOME = """
            {"type":"home","blocks":[{"type":"header","text":{"type":"plain_text","text":"Good morning, Ada :sunrise:"}},
             {"type":"section","text":{"type":"mrkdwn","text":"*Pipeline Generation & Qualification*\\n:large_green_square::large_green_square::white_large_square::white_large_square::white_large_square: 2 of 5 courses"},"accessory":{"type":"button","action_id":"go","style":"primary","text":{"type":"plain_text","text":"Continue"}}},
             {"type":"divider"},
             {"type":"context","elements":[{"type":"mrkdwn","text":"Next lesson tomorrow at 09:00, your time · <@U0LOCALGRACE> cheers you on"}]}]}
            """;

    private final LocalWorkspace workspace;
    private final RecordingBot bot = new RecordingBot();
    private final Slack client;
    private final MethodsClient slack;

    public DemoBot(LocalWorkspace workspace) {
        this.workspace = workspace;
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(workspace.apiUrl());
        client = Slack.getInstance(config);
        slack = client.methods(workspace.settings().botToken());
        bot.answers(this::answer);
        workspace.deliverTo(bot.url());
    }

    private RecordingBot.Reply answer(RecordingBot.Delivery delivery) {
        try {
            if (delivery.body().startsWith("payload=")) {
                return interaction(delivery.json());
            }
            if (delivery.body().startsWith("{")) {
                event(Json.child(delivery.json(), "event"));
                return new RecordingBot.Reply(200, "");
            }
            return command(delivery);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SlackApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private RecordingBot.Reply command(RecordingBot.Delivery delivery) throws IOException, SlackApiException {
        switch (delivery.field("text")) {
            case "start" -> post(delivery.field("user_id"), "Why teams adopt DevOps", LESSON);
            case "gallery" -> gallery(delivery.field("user_id"));
            case "fail" -> {
                return new RecordingBot.Reply(500, "");
            }
            default -> {
                return new RecordingBot.Reply(
                        200, "{\"text\":\"You can type `/cert start`, `/cert status` or `/cert help`.\"}");
            }
        }
        return new RecordingBot.Reply(200, "");
    }

    private void event(JsonObject event) throws IOException, SlackApiException {
        if (Json.text(event, "type").equals("app_home_opened")) {
            slack.viewsPublish(r -> r.userId(Json.text(event, "user")).viewAsString(HOME));
        } else if (Json.text(event, "type").equals("message")
                && Json.text(event, "bot_id").isEmpty()) {
            post(Json.text(event, "user"), "Why teams adopt DevOps", LESSON);
        }
    }

    private RecordingBot.Reply interaction(JsonObject payload) throws IOException, SlackApiException {
        String user = Json.text(Json.child(payload, "user"), "id");
        if (Json.text(payload, "type").equals("view_submission")) {
            return submitted(payload, user);
        }
        if (!Json.text(payload, "type").equals("block_actions")) {
            return new RecordingBot.Reply(200, "");
        }
        String channel = Json.text(Json.child(payload, "channel"), "id");
        String ts = Json.text(Json.child(payload, "message"), "ts");
        switch (Json.text(Json.objects(payload, "actions").get(0), "action_id")) {
            case "ready" -> post(user, "Question 1 of 2", QUESTION);
            case "form" ->
                slack.viewsOpen(
                        r -> r.triggerId(Json.text(payload, "trigger_id")).viewAsString(FORM));
            case "answer" -> {
                slack.chatUpdate(r -> r.channel(channel)
                        .ts(ts)
                        .text("*Right* :white_check_mark: Lead time and time to restore are two of the four keys."));
                announce(user);
            }
            default -> {}
        }
        return new RecordingBot.Reply(200, "");
    }

    private RecordingBot.Reply submitted(JsonObject payload, String user) throws IOException, SlackApiException {
        var values = Json.child(Json.child(Json.child(payload, "view"), "state"), "values");
        String words = Json.text(Json.child(Json.child(values, "words"), "text"), "value");
        if (words.split("\\s+").length < 3) {
            return new RecordingBot.Reply(
                    200, "{\"response_action\":\"errors\",\"errors\":{\"words\":\"Three words, please\"}}");
        }
        post(user, "Thank you. We read every word.", "[]");
        return new RecordingBot.Reply(200, "");
    }

    private void gallery(String user) throws IOException, SlackApiException {
        byte[] picture = picture();
        var uploaded =
                slack.filesUploadV2(r -> r.filename("badge.png").title("Badge").fileData(picture));
        post(user, "A gallery", GALLERY.replace("FILE", uploaded.getFile().getId()));
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(160, 160, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(0x0f6b5c));
        graphics.fillOval(10, 10, 140, 140);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private void announce(String user) throws IOException, SlackApiException {
        String blocks = """
                [{"type":"section","text":{"type":"mrkdwn","text":":tada: <@%s> earned the badge *Applying DevOps*"}},
                 {"type":"context","elements":[{"type":"mrkdwn","text":"Can apply DevOps concepts, name the use cases, and find an entry point with a customer."}]}]
                """.formatted(user);
        post("#field-certification", "A badge was earned", blocks);
    }

    private void post(String channel, String text, String blocks) throws IOException, SlackApiException {
        var answer = slack.chatPostMessage(r -> r.channel(channel)
                .text(text)
                .blocks(
                        blocks.equals("[]")
                                ? null
                                : com.slack.api.util.json.GsonFactory.createSnakeCase()
                                        .fromJson(
                                                JsonParser.parseString(blocks),
                                                new com.google.gson.reflect.TypeToken<
                                                        List<com.slack.api.model.block.LayoutBlock>>() {}.getType())));
        if (!answer.isOk()) {
            throw new IllegalStateException(answer.toString());
        }
    }

    @Override
    public void close() {
        bot.close();
    }

    /** A clock whose offset the page moves. */
    private static final class Shifted extends Clock implements TimeTravel {
        private Duration offset = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(offset);
        }

        @Override
        public Instant now() {
            return instant();
        }

        @Override
        public void advance(Duration ahead) {
            offset = offset.plus(ahead);
        }

        @Override
        public Optional<Instant> nextContact() {
            return Optional.of(instant().plus(Duration.ofHours(16)));
        }
    }

    /** Runs until the process ends. */
    public static void main(String[] arguments) throws InterruptedException {
        var clock = new Shifted();
        var commands = List.of(
                new Settings.Command("/cert", "start | status | help", "Your certification"),
                new Settings.Command("/cert-admin", "report", "Running the program"));
        int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
        var workspace = LocalWorkspace.start(
                Settings.inMemory(clock).withPage(commands, Optional.of(clock)).withPort(port));
        new DemoBot(workspace);
        System.out.println("Open " + workspace.base());
        Thread.currentThread().join();
    }
}
