package dev.fieldcert.local.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.fieldcert.local.workspace.settings.Settings;
import dev.fieldcert.local.workspace.settings.TimeTravel;
import dev.fieldcert.local.workspace.wire.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageApiTest {

    private final MovableClock clock = new MovableClock();
    private final TimeTravel travel = new TimeTravel() {
        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public void advance(Duration ahead) {
            clock.advance(ahead);
        }

        @Override
        public Optional<Instant> nextContact() {
            return Optional.of(Instant.parse("2026-03-03T08:00:00Z"));
        }
    };
    private final LocalWorkspace workspace = LocalWorkspace.start(Settings.inMemory(clock)
            .withPage(List.of(new Settings.Command("/cert", "help", "what you can type")), Optional.of(travel)));
    private final DemoBot bot = new DemoBot(workspace);

    @AfterEach
    void close() {
        bot.close();
        workspace.close();
    }

    @Test
    void thePageAndItsModulesAreServed() throws Exception {
        var page = get("/");
        assertThat(page.body()).contains("<title>FieldCert");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'");
        assertThat(get("/app.js").headers().firstValue("Content-Type")).contains("text/javascript; charset=utf-8");
        assertThat(get("/../application.properties").statusCode()).isEqualTo(404);
        assertThat(get("/missing.js").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:1, , 200",
        "localhost:1, http://localhost:1, 200",
        "evil.example, , 403",
        "127.0.0.1:1, https://evil.example, 403",
        "127.0.0.1.evil.example, , 403"
    })
    void onlyThisMachineIsAnswered(String host, String origin, int status) throws Exception {
        String head = "GET /local/time HTTP/1.1\r\nHost: " + host + "\r\n"
                + (origin == null ? "" : "Origin: " + origin + "\r\n") + "Connection: close\r\n\r\n";
        assertThat(raw(head)).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void aFormOfAnotherSiteCannotAct() throws Exception {
        String ada = workspace.person("ada").id();
        var posted = post("/local/type", "text/plain", "{\"user\":\"" + ada + "\",\"text\":\"/cert\"}");
        assertThat(posted.statusCode()).isEqualTo(400);
        assertThat(posted.body()).contains("json_expected");
    }

    @Test
    void whatIsTypedIsAnsweredAndWhatIsUnreadIsCounted() throws Exception {
        var ada = workspace.person("ada");
        act("type", Json.object("user", ada.id(), "channel", ada.directMessage(), "text", "next"));
        assertThat(look("sidebar?user=" + ada.id()).get("unread").getAsInt()).isEqualTo(1);
        var messages = Json.objects(look("messages?user=" + ada.id() + "&channel=" + ada.directMessage()), "messages");
        assertThat(Json.text(messages.get(1), "text")).isEqualTo("Why teams adopt DevOps");
        act("read", Json.object("user", ada.id(), "channel", ada.directMessage()));
        assertThat(look("sidebar?user=" + ada.id()).get("unread").getAsInt()).isZero();
    }

    @Test
    void aCommandNobodyOffersIsRefusedInSlacksWords() throws Exception {
        var ada = workspace.person("ada");
        var outcome = act("type", Json.object("user", ada.id(), "channel", ada.directMessage(), "text", "/remind me"));
        assertThat(Json.text(outcome, "warning")).isEqualTo("/remind is not a valid command.");
    }

    @Test
    void aPersonSeesOnlyTheirOwnConversations() throws Exception {
        var ada = workspace.person("ada");
        var mei = workspace.person("mei");
        var answer = get("/local/messages?user=" + mei.id() + "&channel=" + ada.directMessage());
        assertThat(answer.body()).contains("not_in_channel");
    }

    @Test
    void timeMovesForwardOnly() throws Exception {
        act("time/advance", Json.object("by", "PT1H"));
        assertThat(clock.instant()).isEqualTo("2026-03-02T10:00:00Z");
        var next = act("time/next-contact", new JsonObject());
        assertThat(Json.text(next, "now")).isEqualTo("2026-03-03T08:00:00Z");
        assertThat(post("/local/time/advance", "application/json", "{\"by\":\"-PT1H\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/local/time/advance", "application/json", "{\"by\":\"soon\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anUploadedFileNeverRunsAsAPage() throws Exception {
        var ada = workspace.person("ada");
        String html = "<script>alert(1)</script>";
        var file = post("/local/upload?user=" + ada.id() + "&name=x.html", "application/octet-stream", html);
        String id = Json.text(JsonParser.parseString(file.body()), "id");
        var shown = get("/local/files/" + id);
        assertThat(shown.body()).isEqualTo(html);
        assertThat(shown.headers().firstValue("Content-Disposition")).contains("attachment");
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("sandbox");
    }

    private JsonObject look(String path) throws Exception {
        return JsonParser.parseString(get("/local/" + path).body()).getAsJsonObject();
    }

    private JsonObject act(String path, JsonObject body) throws Exception {
        var answer = post("/local/" + path, "application/json", body.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(workspace.base() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String raw(String head) throws IOException {
        try (var socket = new Socket("127.0.0.1", URI.create(workspace.base()).getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
