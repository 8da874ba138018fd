package dev.fieldcert.schedule;

import dev.fieldcert.slack.HomeRefresh;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.SlackEvents;
import dev.fieldcert.slack.drip.ContactDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What happens every few seconds: work left behind, messages owed, contacts due. One part's failure stops no other. */
@Component
public class Tick {

    private static final Logger LOG = LoggerFactory.getLogger(Tick.class);

    private final SlackEvents events;
    private final OwedDelivery delivery;
    private final ContactDelivery contacts;
    private final HomeRefresh homes;

    Tick(SlackEvents events, OwedDelivery delivery, ContactDelivery contacts, HomeRefresh homes) {
        this.events = events;
        this.delivery = delivery;
        this.contacts = contacts;
        this.homes = homes;
    }

    public void run() {
        part("work left behind", events::workOffLeftBehind);
        part("messages owed", delivery::deliverLeftBehind);
        part("contacts due", contacts::contactDue);
        part("homes to refresh", homes::catchUp);
    }

    private static void part(String name, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            LOG.error("Tick failed part=\"{}\"", name, e);
        }
    }
}
