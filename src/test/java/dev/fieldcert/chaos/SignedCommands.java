package dev.fieldcert.chaos;

import dev.fieldcert.local.workspace.LocalWorkspace;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends a bot commands as Slack does, many at a time, and tells what came back and when. */
final class SignedCommands {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String secret;
    private final BotProcess bot;

    SignedCommands(LocalWorkspace workspace, BotProcess bot) {
        this.secret = workspace.settings().signingSecret();
        this.bot = bot;
    }

    record Answer(int status, Duration after) {}

    /** @param number makes it another command than those before */
    CompletableFuture<Answer> command(int number) {
        String body = "command=%2Fcert&text=help&user_id=U0ADA&channel_id=D0ADA&trigger_id=" + number
                + "&response_url=http%3A%2F%2F127.0.0.1%3A1%2F" + number;
        long now = Clock.systemUTC().instant().getEpochSecond();
        return sent(HttpRequest.newBuilder(bot.events())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", Long.toString(now))
                .header("X-Slack-Signature", signature(now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer health() {
        return sent(HttpRequest.newBuilder(bot.health())).join();
    }

    CompletableFuture<Answer> sent(HttpRequest.Builder request) {
        long began = System.nanoTime();
        return http.sendAsync(request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> new Answer(answer.statusCode(), Duration.ofNanos(System.nanoTime() - began)));
    }

    private String signature(long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String signed = "v0:" + timestamp + ":" + body;
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
