package dev.fieldcert.slack.inbound;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.work.Workers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Gauges of the queue, the inbox and due contacts, read on scrape. */
@Component
class SlackGauges implements MeterBinder {

    /** The database is asked at most this often, however often the gauges are scraped. */
    private static final Duration FRESH = Duration.ofSeconds(10);

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

    private static <T> Supplier<T> lately(Supplier<T> source) {
        return new Supplier<>() {
            private T value;
            private long readAt;

            @Override
            public synchronized T get() {
                long now = System.nanoTime();
                if (value == null || now - readAt > FRESH.toNanos()) {
                    value = source.get();
                    readAt = now;
                }
                return value;
            }
        };
    }
}
