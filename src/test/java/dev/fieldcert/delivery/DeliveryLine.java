package dev.fieldcert.delivery;

import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.outbox.DeadLetter;
import dev.fieldcert.outbox.OutboxSettings;
import dev.fieldcert.outbox.Outboxed;
import dev.fieldcert.outbox.SendResult;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The way of events to one destination, in one process: as the bot's, without the bot. */
public final class DeliveryLine {

    private final Destination destination;
    private final Deliveries deliveries;
    private final DeliveryRelay relay;
    private final Outboxed outbox;

    public DeliveryLine(MongoTemplate mongo, Clock clock, Destination destination) {
        this.destination = destination;
        this.outbox = new Outboxed(mongo, clock);
        this.deliveries = new Deliveries(
                mongo,
                outbox.deadLetters(),
                List.of(() -> List.of(destination)),
                new OutboxSettings(Duration.ofSeconds(45)),
                clock);
        this.relay = new DeliveryRelay(deliveries, outbox.metrics(), new SimpleMeterRegistry(), clock);
    }

    public void record(List<LearnerEvent> events) {
        deliveries.record(events);
    }

    public void deliver() {
        relay.deliverDue();
    }

    public long waiting() {
        return deliveries.waiting(destination.id());
    }

    public long deadLetters() {
        return outbox.deadLetters().count();
    }

    public void retriesTheDeadLetters() {
        for (DeadLetter letter : outbox.deadLetters().newest(100)) {
            outbox.relay(List.of(deliveries)).retry(letter.id());
        }
    }

    public List<Delivery> log() {
        return deliveries.log(destination.id(), 100);
    }

    public String trouble() {
        return relay.trouble(destination.id())
                .map(DeliveryRelay.Trouble::reason)
                .orElse("");
    }

    /** Somebody claims everything and is never seen again. */
    public void diesWhileSending() {
        deliveries.claim(destination.id(), "nobody", 100);
    }

    public void erases(String person) {
        deliveries.beforeErasureOf(person);
    }

    public void forgetsOld() {
        deliveries.forgetOld();
    }

    public SendResult test() {
        return destination.test();
    }

    /** How many statements these events make. */
    public int statements(List<LearnerEvent> events) {
        List<Object> counted = new ArrayList<>();
        for (LearnerEvent event : events) {
            int more = event instanceof LearnerEvent.BadgeGiven ? 1 : 0;
            if (event instanceof LearnerEvent.AttemptTaken taken
                    && taken.result().kind() == dev.fieldcert.learner.Attempt.Kind.TEST_OUT) {
                more = (int) taken.result().objectives().stream()
                        .filter(each -> each.passed())
                        .count();
            }
            for (int i = 0; i <= more; i++) {
                counted.add(event);
            }
        }
        return counted.size();
    }
}
