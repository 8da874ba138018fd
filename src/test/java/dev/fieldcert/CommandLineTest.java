package dev.fieldcert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private final ByteArrayOutputStream command = new ByteArrayOutputStream();

    private OptionalInt run(String... args) {
        return CommandLine.run(args, new PrintStream(command, true, StandardCharsets.UTF_8));
    }

    @Test
    void aMistypedCommandStartsNoBot() {
        assertThat(run("backp", "file")).hasValue(2);
        assertThat(command.toString(StandardCharsets.UTF_8)).contains("no command “backp”", "backup", "lint", "verify");
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h", "version", "--version"})
    void whoeverAsksForHelpOrTheVersionGetsItAndNoBot(String word) {
        assertThat(run(word)).hasValue(0);
        assertThat(command.toString(StandardCharsets.UTF_8)).contains(word.contains("v") ? "FieldCert " : "Usage:");
    }

    @Test
    void withoutACommandTheBotStarts() {
        assertThat(run()).isEmpty();
        assertThat(run("--server.port=0")).isEmpty();
        assertThat(command.size()).isZero();
    }
}
