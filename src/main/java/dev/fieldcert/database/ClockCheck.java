package dev.fieldcert.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * Logs a warning at startup if this machine's clock differs from the database's, which all instances share. An
 * instance whose clock is ahead by more than the remaining time of a lease takes over work that another instance is
 * still doing. Nothing is lost, and a message is looked up in Slack before it is sent again, but doing work twice
 * makes people wait.
 */
@Component
class ClockCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);
    private static final Duration TOLERATED = Duration.ofSeconds(10);

    private final MongoDatabaseFactory database;
    private final Clock clock;

    ClockCheck(MongoDatabaseFactory database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Skips a clock that is set on purpose, as in the local workspace. */
    @EventListener(ApplicationReadyEvent.class)
    void check() {
        if (!Clock.systemUTC().equals(clock)) {
            return;
        }
        try {
            ahead().filter(ahead -> ahead.abs().compareTo(TOLERATED) > 0)
                    .ifPresent(ahead -> LOG.warn(
                            "This machine's clock is {} s {} the database's; set it (NTP), or instances take over each"
                                    + " other's work",
                            ahead.abs().toSeconds(),
                            ahead.isNegative() ? "behind" : "ahead of"));
        } catch (RuntimeException databaseAway) {
            LOG.warn("Clocks not compared reason=\"{}\"", databaseAway.getMessage());
        }
    }

    /**
     * How far this clock is ahead of the database's, accurate to the response time; empty if the database does not
     * tell its time.
     */
    Optional<Duration> ahead() {
        Instant asked = clock.instant();
        Document hello = database.getMongoDatabase().runCommand(new Document("hello", 1));
        Instant between = asked.plus(Duration.between(asked, clock.instant()).dividedBy(2));
        return Optional.ofNullable(hello.getDate("localTime"))
                .map(theirs -> Duration.between(theirs.toInstant(), between));
    }
}
