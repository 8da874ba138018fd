package dev.fieldcert.browser;

import dev.fieldcert.FieldCertApplication;
import dev.fieldcert.conversation.AnswerKey;
import dev.fieldcert.conversation.Person;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.local.workspace.LocalWorkspace;
import dev.fieldcert.slack.inbound.SlackEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** FieldCert as the run command starts it, in local mode on the embedded store, only on free ports and on a Monday. */
final class LocalFieldCert implements AutoCloseable {

    /** Ten o'clock in Berlin, where Ada is. */
    static final Instant MONDAY_MORNING = Instant.parse("2026-11-02T09:00:00Z");

    private final ConfigurableApplicationContext context;

    private LocalFieldCert(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param data an empty folder, or one where FieldCert has run before */
    static LocalFieldCert start(Path data) throws IOException {
        beginOnMonday(data);
        return new LocalFieldCert(new SpringApplicationBuilder(FieldCertApplication.class)
                .run(
                        "--fieldcert.local.data=" + data,
                        "--fieldcert.badges.key-folder=" + data.resolve("keys"),
                        "--server.port=0",
                        "--fieldcert.local.port=0",
                        "--management.server.port=0"));
    }

    /** Leaves behind a clock that somebody moved, unless there is one. */
    static void beginOnMonday(Path data) throws IOException {
        Path clock = data.resolve("clock");
        if (!Files.exists(clock)) {
            Files.createDirectories(data);
            Files.writeString(
                    clock, Duration.between(Instant.now(), MONDAY_MORNING).toString());
        }
    }

    LocalWorkspace workspace() {
        return context.getBean(LocalWorkspace.class);
    }

    Person person(String handle) {
        return new Person(workspace(), workspace().person(handle), this::settle).goesToTheBot();
    }

    Programs programs() {
        return context.getBean(Programs.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Base of the pages that anybody may see. */
    String publicPages() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    AnswerKey answerKey() {
        return new AnswerKey(programs(), context.getBean(Learners.class));
    }

    /** Waits until the bot has done everything it accepted, and the workspace has told it everything. */
    void settle() {
        if (!context.getBean(SlackEvents.class).awaitIdle(Duration.ofSeconds(60))) {
            throw new AssertionError("The bot is still working after a minute");
        }
        workspace().events().awaitQuiet();
    }

    @Override
    public void close() {
        context.close();
    }
}
