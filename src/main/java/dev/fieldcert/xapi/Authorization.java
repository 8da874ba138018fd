package dev.fieldcert.xapi;

import dev.fieldcert.delivery.Posting;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Authorizes requests to the LRS: with basic authentication, or with an OAuth 2 token (client credentials). */
final class Authorization {

    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final int USUAL_SECONDS = 300;

    private final XapiSettings settings;
    private final Posting posting;
    private final Clock clock;
    private String token;
    private Instant until = Instant.EPOCH;

    Authorization(XapiSettings settings, Posting posting, Clock clock) {
        this.settings = settings;
        this.posting = posting;
        this.clock = clock;
    }

    /** @throws IOException if no token could be obtained */
    synchronized String header() throws IOException {
        if (settings.tokenUrl().isBlank()) {
            return basic(settings.user(), settings.password());
        }
        if (token == null || !clock.instant().isBefore(until)) {
            fetch();
        }
        return "Bearer " + token;
    }

    /** Discards a token that the LRS has rejected. */
    synchronized void forget() {
        token = null;
    }

    boolean hasToken() {
        return !settings.tokenUrl().isBlank();
    }

    private void fetch() throws IOException {
        String form = "grant_type=client_credentials"
                + (settings.scope().isBlank() ? "" : "&scope=" + encoded(settings.scope()));
        Posting.Reply reply = posting.post(
                URI.create(settings.tokenUrl()),
                Map.of(
                        "Authorization",
                        basic(encoded(settings.client()), encoded(settings.clientSecret())),
                        "Content-Type",
                        "application/x-www-form-urlencoded"),
                form.getBytes(StandardCharsets.UTF_8));
        if (!reply.isSuccess()) {
            throw new IOException("no token: http " + reply.status());
        }
        try {
            JsonObject answer = Json.read(reply.body());
            token = answer.getString("access_token");
            until = clock.instant()
                    .plusSeconds(answer.getInt("expires_in", USUAL_SECONDS))
                    .minus(EARLY);
        } catch (JsonException | NullPointerException | ClassCastException noToken) {
            throw new IOException("no token in the answer", noToken);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
