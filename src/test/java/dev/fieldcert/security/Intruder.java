package dev.fieldcert.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.FieldCert;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Somebody at the way in, with Slack's signature or without, who looks whether anything gave way. */
final class Intruder {

    static final FieldCert FIELD_CERT = FieldCert.start();
    static final HttpClient HTTP = HttpClient.newHttpClient();
    static final String TYPE_JSON = "application/json";
    static final String TYPE_FORM = "application/x-www-form-urlencoded";

    private Intruder() {}

    static int port() {
        return Integer.parseInt(FIELD_CERT.bean(Environment.class).getProperty("local.server.port"));
    }

    static HttpResponse<String> post(byte[] body, String type, String timestamp, String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/slack/events"))
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", type);
        Optional.ofNullable(timestamp).ifPresent(value -> headers.put("X-Slack-Request-Timestamp", value));
        Optional.ofNullable(signature).ifPresent(value -> headers.put("X-Slack-Signature", value));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The connection broke", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static HttpResponse<String> signed(byte[] body, String type) {
        long now = FIELD_CERT.clock().instant().getEpochSecond();
        return post(body, type, Long.toString(now), signature(now, body));
    }

    static String signature(long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            String secret = FIELD_CERT.workspace().settings().signingSecret();
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How much is in each collection that holds state of people's; what came in is kept apart. */
    static Map<String, Long> state() {
        FIELD_CERT.settle();
        MongoTemplate mongo = FIELD_CERT.bean(MongoTemplate.class);
        Map<String, Long> state = new TreeMap<>();
        for (String name : mongo.getCollectionNames()) {
            if (!name.equals("inbox")) {
                state.put(name, mongo.getCollection(name).countDocuments());
            }
        }
        state.values().removeIf(count -> count == 0);
        return state;
    }

    static long inbox() {
        return FIELD_CERT.bean(MongoTemplate.class).getCollection("inbox").countDocuments();
    }

    static void assertTellsNothing(HttpResponse<String> response) {
        assertThat(response.body()).doesNotContain("Exception", "\tat ", "dev.fieldcert", "org.springframework");
    }
}
