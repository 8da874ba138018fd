package dev.fieldcert.outbox;

import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The outbox's own parts, for tests of what stands on them. */
public final class Outboxed {

    private final Outboxes outboxes;
    private final DeadLetters deadLetters;
    private final OutboxMetrics metrics;
    private final Clock clock;

    public Outboxed(MongoTemplate mongo, Clock clock) {
        this.clock = clock;
        outboxes = new Outboxes(mongo, clock, new OutboxSettings(Duration.ofSeconds(45)));
        deadLetters = new DeadLetters(mongo);
        metrics = new OutboxMetrics(new SimpleMeterRegistry(), List.of(outboxes), deadLetters, clock);
    }

    public DeadLetters deadLetters() {
        return deadLetters;
    }

    public OutboxMetrics metrics() {
        return metrics;
    }

    public OutboxRelay relay(List<Requeues> others) {
        return new OutboxRelay(
                List.of(outboxes), outboxes, mock(OutboxTransport.class), deadLetters, others, metrics, clock);
    }
}
