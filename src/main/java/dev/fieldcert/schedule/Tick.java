package dev.fieldcert.schedule;

import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.SlackEvents;
import dev.fieldcert.slack.SlackPulse;
import dev.fieldcert.slack.drip.ContactDelivery;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What happens every few seconds: work left behind, messages owed, contacts due, Slack's pulse. One part's failure stops no other. */
@Component
public class Tick {

    private static final Logger LOG = LoggerFactory.getLogger(Tick.class);

    private final SlackEvents events;
    private final OwedDelivery delivery;
    private final ContactDelivery contacts;
    private final SlackPulse pulse;
    private final TickHealth health;
    private final MeterRegistry registry;

    Tick(
            SlackEvents events,
            OwedDelivery delivery,
            ContactDelivery contacts,
            SlackPulse pulse,
            TickHealth health,
            MeterRegistry registry) {
        this.events = events;
        this.delivery = delivery;
        this.contacts = contacts;
        this.pulse = pulse;
        this.health = health;
        this.registry = registry;
    }

    public void run() {
        part("work left behind", events::workOffLeftBehind);
        part("messages owed", delivery::deliverLeftBehind);
        part("contacts due", contacts::contactDue);
        part("slack asked", pulse::beat);
        health.ticked();
    }

    private void part(String name, Runnable part) {
        long started = System.nanoTime();
        boolean done = false;
        try {
            part.run();
            done = true;
        } catch (RuntimeException e) {
            LOG.error("Tick failed part=\"{}\"", name, e);
        } finally {
            registry.timer("fieldcert.tick", "part", name.replace(' ', '_'), "outcome", done ? "done" : "failed")
                    .record(Duration.ofNanos(System.nanoTime() - started));
        }
    }
}
