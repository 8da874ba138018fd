package dev.fieldcert;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import dev.fieldcert.curriculum.files.ProgramFiles;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.local.workspace.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What an operator reads when it does not start. */
class FailedStartTest {

    private final StandardEnvironment environment = new StandardEnvironment();
    private final FailedStart failedStart = new FailedStart(environment);

    record Ticking(Duration tick) {}

    @BeforeEach
    void readTheSettings() {
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
    }

    private static Exception thrownBy(Runnable commandResult) {
        try {
            commandResult.run();
        } catch (RuntimeException expected) {
            return new BeanCreationException("Error creating bean", new BeanCreationException("around", expected));
        }
        throw new AssertionError("Nothing was thrown");
    }

    @Test
    void aSettingThatCannotBeReadIsNamedByItsVariable() {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("fieldcert.schedule.tick", "banana")));

        var told = failedStart.analyze(
                thrownBy(() -> Binder.get(environment).bindOrCreate("fieldcert.schedule", Ticking.class)));

        assertThat(told.getDescription()).startsWith("FIELDCERT_TICK").contains("'banana' is not a valid duration");
    }

    @Test
    void ourOwnWordsAreToldAsTheyAre() {
        var told = failedStart.analyze(thrownBy(() -> ProgramFiles.of(Path.of("/nowhere/at/all"))));

        assertThat(told.getDescription()).isEqualTo("/nowhere/at/all is not a folder");
    }

    @Test
    void aPropertyInOurWordsIsNamedByItsVariable() {
        var told = failedStart.analyze(thrownBy(() -> {
            throw new IllegalStateException("fieldcert.outbox.lease is PT5S, which is too short.");
        }));

        assertThat(told.getDescription()).isEqualTo("FIELDCERT_LEASE is PT5S, which is too short.");
    }

    @Test
    void aTakenPortIsNamedByItsVariable() {
        assertThat(failedStart
                        .analyze(new BeanCreationException("", new PortInUseException(8080)))
                        .getDescription())
                .isEqualTo("PORT is 8080, and another program listens there.");
        assertThat(failedStart
                        .analyze(new BeanCreationException("", new PortInUseException(8081)))
                        .getDescription())
                .startsWith("FIELDCERT_MANAGEMENT_PORT is 8081");
    }

    @Test
    void theLocalWorkspacesTakenPortIsNamedByItsVariable() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings settings = Settings.inMemory(Clock.systemUTC()).withPort(taken.getLocalPort());

            var told = failedStart.analyze(thrownBy(() -> LocalWorkspace.start(settings)));

            assertThat(told.getDescription()).startsWith("FIELDCERT_LOCAL_PORT is " + taken.getLocalPort());
        }
    }

    @Test
    void aDatabaseThatIsAwayIsSaidToBe() {
        var told = failedStart.analyze(new BeanCreationException("", new MongoTimeoutException("Timed out")));

        assertThat(told.getDescription()).contains("MONGODB_URI does not answer");
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb+srv://ada:secret@cluster0.example.invalid/?retryWrites=true, MONGODB_URI names no database.",
        "mongodb://ada:secret@host/?retryWrites=true, MONGODB_URI names no database.",
        "mongodb://ada:sec:ret@host/x, MONGODB_URI is not the address of a MongoDB.",
        "secret, MONGODB_URI is not the address of a MongoDB."
    })
    void anAddressThatIsNoneIsToldWithoutItsPassword(String uri, String told) {
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("spring.mongodb.uri", uri)));

        FailureAnalysis analysis = failedStart.analyze(
                new BeanCreationException("", new IllegalArgumentException("Database name must not be empty; secret")));

        assertThat(analysis.getDescription()).startsWith(told);
        assertThat(analysis.getDescription() + analysis.getAction()).doesNotContain("sec:ret", "secret");
    }

    @Test
    void aBugKeepsItsStackTrace() {
        assertThat(failedStart.analyze(thrownBy(() -> Integer.parseInt("no setting of ours"))))
                .isNull();
        assertThat(failedStart.analyze(new BeanCreationException("", new NullPointerException("a bug"))))
                .isNull();
    }
}
