package dev.fieldcert.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.local.store.EmbeddedMongo;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real application while its database accepts connections and never answers, or refuses them. Measured on a busy machine,
 * so each promised time is allowed twice.
 */
class HungDatabaseTest {

    private static final Duration SLACK_HEARS = Duration.ofMillis(2 * 2_500);
    private static final Duration HEALTH_SAYS = Duration.ofMillis(2 * 2_000);
    private static final Duration A_STOP_TAKES = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    private record Answer(int status, Duration after) {}

    private CompletableFuture<Answer> sent(HttpRequest.Builder request) {
        long began = System.nanoTime();
        return http.sendAsync(request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> new Answer(answer.statusCode(), Duration.ofNanos(System.nanoTime() - began)));
    }

    private CompletableFuture<Answer> command(LocalWorkspace workspace, URI events, int number) {
        String body = "command=%2Fcert&text=help&user_id=U0ADA&channel_id=D0ADA&trigger_id=" + number
                + "&response_url=http%3A%2F%2F127.0.0.1%3A1%2F" + number;
        long now = Clock.systemUTC().instant().getEpochSecond();
        return sent(HttpRequest.newBuilder(events)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", Long.toString(now))
                .header("X-Slack-Signature", signature(workspace.settings().signingSecret(), now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String signature(String secret, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String signed = "v0:" + timestamp + ":" + body;
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer health(BotProcess bot) {
        return sent(HttpRequest.newBuilder(bot.health())).join();
    }

    private void slackHearsLater(LocalWorkspace workspace, BotProcess bot) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            answers.add(command(workspace, bot.events(), i));
        }
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.join().status()).isEqualTo(503);
            assertThat(answer.join().after()).isLessThan(SLACK_HEARS);
        });
    }

    private void healthIsDown(BotProcess bot) {
        for (int i = 0; i < 3; i++) {
            Answer health = health(bot);
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.after()).isLessThan(HEALTH_SAYS);
        }
    }

    @Test
    void nobodyWaitsForADatabaseThatHangsOrIsGoneAndAStopIsAStop() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
                HangingDatabase database = new HangingDatabase(mongo.uri("fieldcert"));
                LocalWorkspace workspace = LocalWorkspace.start(
                        Settings.inMemory(Clock.systemUTC()).withEchoOfOwnMessages(false));
                BotProcess bot =
                        new BotProcess(folder, 0, workspace, database.uri(), "--fieldcert.schedule.tick=500ms")) {
            bot.start();
            assertThat(bot.awaitReady(Duration.ofMinutes(4))).isTrue();
            assertThat(command(workspace, bot.events(), 1000).join().status()).isEqualTo(200);
            assertThat(health(bot).status()).isEqualTo(200);

            database.goAway();
            slackHearsLater(workspace, bot);
            healthIsDown(bot);

            database.comeBack();
            long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            int number = 2000;
            while (command(workspace, bot.events(), number).join().status() != 200 && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(200);
                number++;
            }
            assertThat(health(bot).status()).isEqualTo(200);

            database.hang();
            slackHearsLater(workspace, bot);
            healthIsDown(bot);

            long asked = System.nanoTime();
            bot.jvm().terminate();
            assertThat(bot.jvm().await()).isEqualTo(143);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(A_STOP_TAKES);
        }
    }
}
