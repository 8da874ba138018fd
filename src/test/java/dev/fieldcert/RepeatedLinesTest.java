package dev.fieldcert;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an outage writes into the log. */
class RepeatedLinesTest {

    private final LoggerContext logging = new LoggerContext();
    private final Logger log = logging.getLogger("dev.fieldcert.Something");
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private long nanos = Duration.ofHours(1).toNanos();

    @BeforeEach
    void begin() {
        RepeatedLines filter = new RepeatedLines(() -> nanos);
        filter.setContext(logging);
        filter.start();
        logging.addTurboFilter(filter);
        written.setContext(logging);
        written.start();
        log.addAppender(written);
    }

    private void passes(Duration time) {
        nanos += time.toNanos();
    }

    private List<String> lines() {
        return written.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void theSameFailureIsLoggedOnceAMinuteWithACount() {
        for (int i = 0; i < 600; i++) {
            log.error("Request not kept reason=\"{}\"", "This store is closed", new IllegalStateException("closed"));
            passes(Duration.ofMillis(100));
        }
        passes(Duration.ofSeconds(1));
        log.info("anything");

        assertThat(lines())
                .containsExactly(
                        "Request not kept reason=\"This store is closed\"",
                        "Repeated times=599 line=\"Request not kept reason=\"This store is closed\""
                                + " java.lang.IllegalStateException: closed\"",
                        "anything");
    }

    @Test
    void otherFailuresAreLogged() {
        log.error("Part of a job failed part=\"{}\"", "messages due", new IllegalStateException("closed"));
        log.error("Part of a job failed part=\"{}\"", "contacts due", new IllegalStateException("closed"));
        log.error("Part of a job failed part=\"{}\"", "contacts due", new IllegalStateException("another"));
        log.warn("Part of a job failed");

        assertThat(lines()).hasSize(4);
    }

    @Test
    void manyOfAKindAreTooManyEvenIfEachHasItsOwnKey() {
        for (int i = 0; i < 500; i++) {
            log.warn("Work postponed key={}", i);
        }

        assertThat(lines()).hasSize(20);
    }

    @Test
    void whatAPersonWasToldIsAlwaysFound() {
        for (int i = 0; i < 500; i++) {
            log.error("Unexpected error reference={} action={}", i, "answer");
        }

        assertThat(lines()).hasSize(500);
    }

    @Test
    void whatIsNoFailureIsNotCounted() {
        for (int i = 0; i < 50; i++) {
            log.info("Message sent");
        }

        assertThat(lines()).hasSize(50);
    }
}
