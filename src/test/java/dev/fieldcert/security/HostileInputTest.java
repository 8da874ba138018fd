package dev.fieldcert.security;

import static dev.fieldcert.security.Intruder.HTTP;
import static dev.fieldcert.security.Intruder.TYPE_FORM;
import static dev.fieldcert.security.Intruder.TYPE_JSON;
import static dev.fieldcert.security.Intruder.assertTellsNothing;
import static dev.fieldcert.security.Intruder.inbox;
import static dev.fieldcert.security.Intruder.port;
import static dev.fieldcert.security.Intruder.post;
import static dev.fieldcert.security.Intruder.signature;
import static dev.fieldcert.security.Intruder.signed;
import static dev.fieldcert.security.Intruder.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.badge.credential.SigningAlgorithm;
import dev.fieldcert.badge.credential.SigningKeys;
import dev.fieldcert.badge.records.BadgeSettings;
import dev.fieldcert.conversation.FieldCert;
import dev.fieldcert.local.workspace.state.PersonSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whatever is thrown at the way in, it answers in order, tells nothing of itself, and changes nothing. */
class HostileInputTest {

    private static final FieldCert FIELD_CERT = Intruder.FIELD_CERT;

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void nothingSignedThatIsNoRequestOfSlacksChangesAnything(
            @ForAll("bodies") byte[] body, @ForAll("types") String type) {
        Map<String, Long> before = state();

        HttpResponse<String> response = signed(body, type);

        assertThat(response.statusCode()).isIn(200, 400);
        assertTellsNothing(response);
        assertThat(state()).isEqualTo(before);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void nothingUnsignedLeavesATrace(@ForAll("bodies") byte[] body, @ForAll("types") String type) {
        long kept = inbox();
        long now = FIELD_CERT.clock().instant().getEpochSecond();
        String good = signature(now, body);
        String[][] wrong = {
            {null, null},
            {Long.toString(now), null},
            {null, good},
            {Long.toString(now), good.substring(0, good.length() - 1) + (good.endsWith("0") ? "1" : "0")},
            {Long.toString(now - 301), signature(now - 301, body)},
            {Long.toString(now + 301), signature(now + 301, body)},
            {Long.toString(now), good.toUpperCase(java.util.Locale.ROOT)},
            {"-" + now, good},
            {now + "0", good},
            {"now", good},
        };
        String[] chosen = wrong[Math.floorMod(body.length, wrong.length)];

        HttpResponse<String> response = post(body, type, chosen[0], chosen[1]);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEmpty();
        assertThat(inbox()).isEqualTo(kept);
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(
                TYPE_JSON,
                TYPE_FORM,
                TYPE_JSON + "; charset=utf-16",
                "text/plain",
                "multipart/form-data; boundary=x",
                "nonsense");
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        Arbitrary<String> word = Arbitraries.of(
                "type",
                "event_callback",
                "event_id",
                "event",
                "user",
                "view_submission",
                "view",
                "actions",
                "payload",
                "block_actions",
                "message",
                "team",
                "id",
                "\u0000",
                "null",
                "__proto__",
                "ssl_check",
                "command",
                "user_id",
                "response_url",
                "state",
                "values",
                "block_suggestion",
                "url_verification",
                "'; drop",
                "$where");
        Arbitrary<String> leaf = Arbitraries.oneOf(
                word.map(text -> "\"" + text.replace("\u0000", "\\u0000") + "\""),
                Arbitraries.of("null", "true", "1e999", "-0", "[]", "{}", "{\"$gt\":\"\"}", "[[[[[]]]]]"));
        Arbitrary<String> json = Combinators.combine(word, leaf, word, leaf, word, leaf)
                .as((a, b, c, d, e, f) -> "{\"type\":\"%s\",\"%s\":%s,\"%s\":{\"%s\":%s,\"user\":%s}}"
                        .formatted(plain(a), plain(a), b, plain(c), plain(e), f, d));
        Arbitrary<String> form = Combinators.combine(word, json, Arbitraries.of("", "%", "%zz", "&&=", "+"))
                .as((name, value, tail) ->
                        plain(name) + "=" + java.net.URLEncoder.encode(value, StandardCharsets.UTF_8) + tail);
        Arbitrary<String> deep = Arbitraries.integers()
                .between(1_000, 60_000)
                .map(depth -> "{\"type\":\"event_callback\",\"event_id\":" + "[".repeat(depth));
        return Arbitraries.oneOf(
                noise,
                json.map(text -> text.getBytes(StandardCharsets.UTF_8)),
                json.map(text -> text.substring(0, text.length() / 2).getBytes(StandardCharsets.UTF_8)),
                form.map(text -> text.getBytes(StandardCharsets.UTF_8)),
                json.map(text -> text.getBytes(StandardCharsets.UTF_16)),
                deep.map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String plain(String word) {
        return word.replace("\u0000", "\\u0000");
    }

    @Test
    void aBodyLargerThanAnythingOfSlacksIsNotReadToItsEnd() {
        byte[] large = new byte[(1 << 20) + 1];

        assertThat(signed(large, TYPE_JSON).statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyThatNeverEndsIsGivenUp() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 100\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();

            InputStream answer = socket.getInputStream();
            String command = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(command).doesNotContain(" 200 ", "Exception", "\tat ");
        }
    }

    @Test
    void aNameWithNewlinesForgesNoLine() {
        var person = FIELD_CERT.hires(new PersonSpec(
                Optional.empty(),
                "mallory",
                "Mallory\n2026-01-01T00:00:00Z ERROR all is lost",
                "mallory@example.com",
                java.time.ZoneId.of("Europe/Berlin"),
                "",
                false,
                false));

        person.types("/cert enroll applying-devops");

        assertThat(FIELD_CERT.learner(person).profile().name()).doesNotContain("\n", "\r");
    }

    @Test
    void secretsAreInNoSettingsText() {
        String secret = FIELD_CERT.workspace().settings().signingSecret();
        String token = FIELD_CERT.workspace().settings().botToken();

        String settings =
                FIELD_CERT.bean(dev.fieldcert.slack.webapi.SlackSettings.class).toString();

        assertThat(settings).doesNotContain(secret, token);
        assertThat(new BadgeSettings("", "", Path.of("keys"), null, "the password", SigningAlgorithm.ES256, 20)
                        .toString())
                .doesNotContain("the password");
        SigningKeys keys = SigningKeys.generate(SigningAlgorithm.ES256);
        assertThat(keys.toString()).doesNotContain(keys.token().toECKey().getD().toString());
    }

    @Test
    void theManagementPortShowsNoConfiguration() throws Exception {
        String managed = FIELD_CERT.bean(Environment.class).getProperty("local.management.port");
        for (String path : new String[] {"env", "configprops", "heapdump", "beans", "loggers", "threaddump"}) {
            var response = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managed + "/actuator/" + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(path).isEqualTo(404);
        }
        String token = FIELD_CERT.workspace().settings().botToken();
        for (String path : new String[] {"health", "prometheus"}) {
            var response = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managed + "/actuator/" + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.body())
                    .as(path)
                    .doesNotContain(token, FIELD_CERT.workspace().settings().signingSecret());
        }
    }

    @Test
    void anEchoOfTheBotsOwnWordsIsAcknowledgedAndNotKeptAndMustBeSignedAsWell() {
        String message = "{\"type\":\"event_callback\",\"event_id\":\"EvEcho%s\",\"event\":{\"type\":\"message\","
                + "\"channel\":\"D1\",\"channel_type\":\"im\",\"text\":\"next\"%s}}";
        byte[] echo = message.formatted(1, ",\"bot_id\":\"B1\"").getBytes(StandardCharsets.UTF_8);
        byte[] none = message.formatted(2, "").getBytes(StandardCharsets.UTF_8);
        long kept = inbox();

        assertThat(post(echo, TYPE_JSON, null, null).statusCode()).isEqualTo(401);
        assertThat(signed(echo, TYPE_JSON).statusCode()).isEqualTo(200);
        assertThat(inbox()).isEqualTo(kept);

        assertThat(signed(none, TYPE_JSON).statusCode()).isEqualTo(200);
        assertThat(inbox()).isEqualTo(kept + 1);
    }

    @Test
    void noAnonymousDocumentIsLeftOfWhatWasThrownIn() {
        assertThat(FIELD_CERT
                        .bean(MongoTemplate.class)
                        .getCollection("inbox")
                        .countDocuments(new Document("openUntil", new Document("$exists", true)).append("person", "")))
                .isZero();
    }
}
