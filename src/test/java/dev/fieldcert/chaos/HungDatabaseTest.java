package dev.fieldcert.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.chaos.SignedCommands.Answer;
import dev.fieldcert.local.store.EmbeddedMongo;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

    private static void slackHearsLater(SignedCommands commands) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            answers.add(commands.command(i));
        }
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.join().status()).isEqualTo(503);
            assertThat(answer.join().after()).isLessThan(SLACK_HEARS);
        });
    }

    private static void healthIsDown(SignedCommands commands) {
        for (int i = 0; i < 3; i++) {
            Answer health = commands.health();
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
            SignedCommands commands = new SignedCommands(workspace, bot);
            bot.start();
            assertThat(bot.awaitReady(Duration.ofMinutes(4))).isTrue();
            assertThat(commands.command(1000).join().status()).isEqualTo(200);
            assertThat(commands.health().status()).isEqualTo(200);

            database.goAway();
            slackHearsLater(commands);
            healthIsDown(commands);

            database.comeBack();
            long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            int number = 2000;
            while (commands.command(number).join().status() != 200 && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(200);
                number++;
            }
            assertThat(commands.health().status()).isEqualTo(200);

            database.hang();
            slackHearsLater(commands);
            healthIsDown(commands);

            long asked = System.nanoTime();
            bot.jvm().terminate();
            assertThat(bot.jvm().await()).isEqualTo(143);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(A_STOP_TAKES);
        }
    }
}
