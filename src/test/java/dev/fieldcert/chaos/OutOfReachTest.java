package dev.fieldcert.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.local.store.EmbeddedMongo;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.settings.Settings;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.local.workspace.webapi.Faults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real application while Slack's Web API cannot be reached, from its start on. */
class OutOfReachTest {

    @TempDir
    Path folder;

    @Test
    void theFirstRequestIsTakenWhileSlackCannotBeReached() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory();
                LocalWorkspace workspace = LocalWorkspace.start(
                        Settings.inMemory(Clock.systemUTC()).withEchoOfOwnMessages(false));
                BotProcess bot = new BotProcess(
                        folder, 0, workspace, mongo.uri("fieldcert"), "--fieldcert.schedule.tick=500ms")) {
            workspace.faults().always(Faults.EVERY_METHOD, new Fault.Cut());
            bot.start();
            assertThat(bot.awaitReady(Duration.ofMinutes(4))).isTrue();
            workspace.deliverTo(bot.events());
            var ada = workspace.person("ada");

            assertThat(ada.types(ada.directMessage(), "/cert enroll applying-devops")
                            .warning())
                    .isEmpty();
            assertThat(ada.types(ada.directMessage(), "/cert status").warning()).isEmpty();
            assertThat(ada.directMessages()).isEmpty();

            workspace.faults().clear();
            long until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
            while (ada.directMessages().stream().noneMatch(message -> message.has("metadata"))
                    && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(ada.directMessages())
                    .filteredOn(message -> message.has("metadata"))
                    .hasSize(1);
        }
    }
}
