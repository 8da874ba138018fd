package dev.fieldcert.outbox;

import dev.fieldcert.database.Deadline;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts sent messages and measures the backlog. The gauges read the database at most every few seconds, and report
 * NaN if it does not answer.
 */
@Component
public class OutboxMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxMetrics.class);
    private static final Duration FRESH = Duration.ofSeconds(10);
    /** How long a scrape waits for the database. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final MeterRegistry registry;
    private final List<OutboxStore> stores;
    private final DeadLetters deadLetters;
    private final Clock clock;
    private OutboxBacklog backlog = OutboxBacklog.NONE;
    private long dead;
    private boolean known;
    private Instant readAt = Instant.EPOCH;

    OutboxMetrics(MeterRegistry registry, List<OutboxStore> stores, DeadLetters deadLetters, Clock clock) {
        this.registry = registry;
        this.stores = stores;
        this.deadLetters = deadLetters;
        this.clock = clock;
        gauge("fieldcert.outbox.messages", "decided and not yet sent", null, now -> now.backlog.messages());
        gauge(
                "fieldcert.outbox.oldest.age",
                "since the oldest waiting message was decided",
                "seconds",
                now -> now.age(now.backlog.oldest()));
        gauge(
                "fieldcert.outbox.late",
                "since a message should have been taken up",
                "seconds",
                now -> now.age(now.backlog.due()));
        gauge("fieldcert.outbox.dead.letters", "given up, and not yet retried or dropped", null, now -> now.dead);
    }

    /** Counts a message that was sent, postponed, withdrawn or given up. */
    public void count(OutboxMessage message, String outcome) {
        Counter.builder("fieldcert.messages")
                .description("messages sent, postponed, withdrawn or given up")
                .tags("kind", message.kind(), "outcome", outcome)
                .register(registry)
                .increment();
    }

    private void gauge(String name, String description, String unit, Function<OutboxMetrics, Number> value) {
        Gauge.builder(name, this, metrics -> metrics.read(value).doubleValue())
                .description(description)
                .baseUnit(unit)
                .register(registry);
    }

    private synchronized Number read(Function<OutboxMetrics, Number> value) {
        Instant now = clock.instant();
        if (now.isBefore(readAt) || Duration.between(readAt, now).compareTo(FRESH) > 0) {
            known = readBacklog();
            readAt = now;
        }
        return known ? value.apply(this) : Double.NaN;
    }

    /** @return false if the database does not answer */
    private boolean readBacklog() {
        try {
            return Deadline.within(PATIENCE, () -> {
                backlog = stores.stream().map(OutboxStore::backlog).reduce(OutboxBacklog.NONE, OutboxBacklog::and);
                dead = deadLetters.count();
                return true;
            });
        } catch (RuntimeException databaseAway) {
            LOG.warn("Not counted reason=\"{}\"", databaseAway.getMessage());
            return false;
        }
    }

    private double age(Optional<Instant> since) {
        return since.map(instant ->
                        Math.max(0, Duration.between(instant, clock.instant()).toMillis() / 1000.0))
                .orElse(0.0);
    }
}
