package dev.fieldcert.slack.inbound;

import dev.fieldcert.database.Deadline;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.work.Workers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gauges of the worker queue, the inbox, and due contacts; read at each scrape. */
@Component
class SlackGauges implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(SlackGauges.class);

    /** How long a count from the database is reused, however often the gauges are scraped. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** How long a scrape waits for a database that does not respond. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Inbox inbox;
    private final Workers workers;
    private final Learners learners;
    private final Clock clock;

    SlackGauges(Inbox inbox, Workers workers, Learners learners, Clock clock) {
        this.inbox = inbox;
        this.workers = workers;
        this.learners = learners;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "fieldcert.workers.pending", "work waiting or running in this process", workers::pending);
        gauge(registry, "fieldcert.workers.capacity", "how much may wait or run at once", workers::capacity);
        gauge(registry, "fieldcert.inbox.open", "acknowledged and not yet done", lately(inbox::open));
        gauge(
                registry,
                "fieldcert.contacts.due",
                "learners whose turn it is",
                lately(() -> learners.dueContacts(clock.instant())));
    }

    private static void gauge(MeterRegistry registry, String name, String what, Supplier<? extends Number> value) {
        Gauge.builder(name, value::get).strongReference(true).description(what).register(registry);
    }

    /** Caches the value for {@link #FRESH}. The value is NaN if the database does not respond. */
    private static Supplier<Number> lately(Supplier<? extends Number> source) {
        return new Supplier<>() {
            private Number value;
            private long readAt;

            @Override
            public synchronized Number get() {
                if (value == null || System.nanoTime() - readAt > FRESH.toNanos()) {
                    try {
                        value = Deadline.within(PATIENCE, source::get);
                    } catch (RuntimeException databaseAway) {
                        LOG.warn("Not counted reason=\"{}\"", databaseAway.getMessage());
                        value = Double.NaN;
                    }
                    readAt = System.nanoTime();
                }
                return value;
            }
        };
    }
}
