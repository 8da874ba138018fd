package dev.fieldcert.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real application on its embedded store while the system lets it write no file, as on a full disk, and afterwards. */
class FullDiskTest {

    @TempDir
    Path folder;

    /** Of files, in bytes: what the process may write. */
    private static void limit(BotProcess bot, String bytes) throws IOException, InterruptedException {
        int code = new ProcessBuilder(
                        "prlimit", "--pid", Long.toString(bot.jvm().pid()), "--fsize=" + bytes + ":unlimited")
                .inheritIO()
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    @Test
    void theStoreWorksAgainAsSoonAsThereIsSpace() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "prlimit is not installed");
        try (LocalWorkspace workspace = LocalWorkspace.start(
                        Settings.inMemory(Clock.systemUTC()).withEchoOfOwnMessages(false));
                BotProcess bot = new BotProcess(folder, 0, workspace, null, "--fieldcert.schedule.tick=500ms")) {
            SignedCommands commands = new SignedCommands(workspace, bot);
            bot.start();
            assertThat(bot.awaitReady(Duration.ofMinutes(4))).isTrue();
            assertThat(commands.command(1).join().status()).isEqualTo(200);

            limit(bot, "1");
            for (int i = 0; i < 200; i++) {
                assertThat(commands.command(100 + i).join().status()).isEqualTo(503);
            }
            assertThat(commands.health().status()).isEqualTo(503);

            limit(bot, "unlimited");
            long until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            int number = 1000;
            while (commands.command(number).join().status() != 200 && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(200);
                number++;
            }
            assertThat(commands.command(number + 1).join().status()).isEqualTo(200);
            assertThat(commands.health().status()).isEqualTo(200);
            assertThat(Files.size(folder.resolve("bot0.log"))).isLessThan(500_000);
        }
    }
}
