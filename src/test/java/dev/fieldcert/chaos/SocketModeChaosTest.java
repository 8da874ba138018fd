package dev.fieldcert.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.local.store.EmbeddedMongo;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.client.PersonClient;
import dev.fieldcert.local.workspace.delivery.SocketMode;
import dev.fieldcert.local.workspace.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real application over Socket Mode while Slack does with the connections what it does. */
class SocketModeChaosTest {

    @TempDir
    Path folder;

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static long answers(PersonClient person) {
        return person.directMessages().stream()
                .filter(message -> message.get("text").getAsString().contains("/cert next"))
                .count();
    }

    @Test
    void noEnvelopeIsLostAndNoneIsAnsweredTwice() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
                LocalWorkspace workspace = LocalWorkspace.start(Settings.inMemory(Clock.systemUTC())
                        .withEchoOfOwnMessages(false)
                        // Slack gives up after six minutes, here thirty-six seconds; the client takes ten to connect
                        // again.
                        .withRetryTimer(
                                (delay, task) -> LATER.schedule(task, delay.toMillis() / 10, TimeUnit.MILLISECONDS)));
                BotProcess one = bot(0, workspace, mongo);
                BotProcess two = bot(1, workspace, mongo)) {
            one.start();
            assertThat(one.awaitReady(Duration.ofMinutes(4))).isTrue();
            two.start();
            assertThat(two.awaitReady(Duration.ofMinutes(4))).isTrue();
            SocketMode socket = workspace.socketMode();
            await(socket::isConnected);
            assertThat(socket.isConnected()).isTrue();
            Map<String, Consumer<SocketMode>> troubles = Map.of(
                    "quiet", nothing -> {},
                    "warning", SocketMode::warns,
                    "refresh", SocketMode::requestsRefresh,
                    "link disabled", SocketMode::disablesLink,
                    "cut", SocketMode::breaks);
            for (var trouble : troubles.entrySet()) {
                PersonClient person = workspace.person(trouble.getKey().replace(" ", "-"));
                List<String> words = List.of("help", "help", "help");
                for (int i = 0; i < words.size(); i++) {
                    if (i == 1) {
                        trouble.getValue().accept(socket);
                    }
                    person.types(person.directMessage(), words.get(i));
                }
                await(() -> answers(person) >= 3 && socket.isConnected());
                assertThat(answers(person)).as(trouble.getKey()).isEqualTo(3);
                assertThat(socket.isConnected()).as(trouble.getKey()).isTrue();
            }
        }
    }

    private BotProcess bot(int number, LocalWorkspace workspace, EmbeddedMongo mongo) {
        return new BotProcess(
                folder,
                number,
                workspace,
                mongo.uri("fieldcert"),
                "--fieldcert.slack.app-token=" + workspace.settings().appToken());
    }

    private static final java.util.concurrent.ScheduledExecutorService LATER =
            java.util.concurrent.Executors.newScheduledThreadPool(2, task -> {
                Thread thread = new Thread(task, "slack-retries");
                thread.setDaemon(true);
                return thread;
            });
}
