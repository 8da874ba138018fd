package dev.fieldcert.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.local.store.EmbeddedMongo;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.client.Outcome;
import dev.fieldcert.local.workspace.client.PersonClient;
import dev.fieldcert.local.workspace.settings.Settings;
import dev.fieldcert.local.workspace.webapi.Fault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM in the middle of work, with another instance that goes on at once; and more work than can be done. */
class StopTest {

    @TempDir
    Path folder;

    private static long answersTo(PersonClient person) {
        return person.directMessages().stream()
                .filter(message -> message.has("text")
                        && message.get("text").getAsString().contains("/cert next")
                        && !message.get("text").getAsString().contains("One moment"))
                .count();
    }

    private static void await(java.util.function.BooleanSupplier condition, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Test
    void whatAStoppedInstanceAcknowledgedIsDoneOnceByItOrByAnother() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
                LocalWorkspace workspace = LocalWorkspace.start(
                        Settings.inMemory(Clock.systemUTC()).withEchoOfOwnMessages(false));
                BotProcess first =
                        new BotProcess(folder, 0, workspace, mongo.uri("fieldcert"), "--fieldcert.slack.workers=2");
                BotProcess second = new BotProcess(folder, 1, workspace, mongo.uri("fieldcert"))) {
            first.start();
            assertThat(first.awaitReady(Duration.ofMinutes(4))).isTrue();
            workspace.deliverTo(first.events());
            workspace.faults().always("chat.postMessage", new Fault.Slow(Duration.ofMillis(700)));
            List<PersonClient> people = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                people.add(workspace.person("person" + i));
            }
            for (PersonClient person : people) {
                person.types(person.directMessage(), "help");
            }

            long asked = System.nanoTime();
            first.jvm().terminate();
            first.jvm().await();
            Duration took = Duration.ofNanos(System.nanoTime() - asked);
            long done = people.stream().filter(person -> answersTo(person) > 0).count();
            System.out.printf("Stopped after %d ms with %d of 30 done%n", took.toMillis(), done);

            assertThat(took).isLessThan(Duration.ofSeconds(10));
            assertThat(done).isLessThan(30);
            workspace.faults().clear();
            second.start();
            await(() -> people.stream().allMatch(person -> answersTo(person) > 0), Duration.ofMinutes(4));
            assertThat(people).allMatch(person -> answersTo(person) == 1);
        }
    }

    @Test
    void whoHasToWaitIsToldSoOnceAndIsServedInTheEnd() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
                LocalWorkspace workspace = LocalWorkspace.start(
                        Settings.inMemory(Clock.systemUTC()).withEchoOfOwnMessages(false));
                BotProcess bot = new BotProcess(
                        folder,
                        0,
                        workspace,
                        mongo.uri("fieldcert"),
                        "--fieldcert.slack.workers=1",
                        "--fieldcert.slack.waiting=4",
                        "--fieldcert.tick=500ms")) {
            bot.start();
            assertThat(bot.awaitReady(Duration.ofMinutes(4))).isTrue();
            workspace.deliverTo(bot.events());
            workspace.faults().always("chat.postMessage", new Fault.Slow(Duration.ofMillis(300)));
            List<PersonClient> people = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                people.add(workspace.person("person" + i));
            }

            for (PersonClient person : people) {
                for (int i = 0; i < 2; i++) {
                    Outcome outcome = person.types(person.directMessage(), "help");
                    assertThat(outcome.warning()).isEmpty();
                }
            }

            await(() -> people.stream().allMatch(person -> answersTo(person) == 2), Duration.ofMinutes(2));
            assertThat(people).allMatch(person -> answersTo(person) == 2);
            List<Long> told = people.stream()
                    .map(person -> person.directMessages().stream()
                            .filter(message -> message.get("text").getAsString().contains("One moment"))
                            .count())
                    .toList();
            assertThat(told).allMatch(times -> times <= 1).contains(1L);
        }
    }
}
