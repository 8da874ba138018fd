package dev.fieldcert.schedule;

import dev.fieldcert.slack.HomeRefresh;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.SlackEvents;
import dev.fieldcert.slack.drip.ContactDelivery;
import org.springframework.stereotype.Component;

/** What happens every few seconds: work left behind, messages owed, contacts due. */
@Component
public class Tick {

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
        Part.run("work left behind", events::workOffLeftBehind);
        Part.run("messages owed", delivery::deliverLeftBehind);
        Part.run("contacts due", contacts::contactDue);
        Part.run("homes to refresh", homes::catchUp);
    }
}
