package dev.fieldcert.schedule;

import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.SlackEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What happens every few seconds: work left behind, messages owed, contacts due. One part's failure stops no other. */
@Component
public class Tick {

    private static final Logger LOG = LoggerFactory.getLogger(Tick.class);

    private final SlackEvents events;
    private final OwedDelivery delivery;

    Tick(SlackEvents events, OwedDelivery delivery) {
        this.events = events;
        this.delivery = delivery;
    }

    public void run() {
        part("work left behind", events::workOffLeftBehind);
        part("messages owed", delivery::deliverLeftBehind);
    }

    private static void part(String name, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            LOG.error("Tick failed part=\"{}\"", name, e);
        }
    }
}
