package dev.fieldcert.schedule;

import dev.fieldcert.slack.delivery.Notices;
import dev.fieldcert.slack.delivery.OutboxRelay;
import dev.fieldcert.slack.drip.ContactDelivery;
import dev.fieldcert.slack.home.HomeRefresh;
import dev.fieldcert.slack.inbound.SlackEvents;
import dev.fieldcert.slack.webapi.SlackHealthProbe;
import org.springframework.stereotype.Component;

/** What happens every few seconds: work left behind, messages owed, notices and contacts due, Homes to refresh, Slack's pulse. */
@Component
public class Tick {

    private final JobStep part;
    private final SlackEvents events;
    private final OutboxRelay delivery;
    private final Notices notices;
    private final ContactDelivery contacts;
    private final HomeRefresh homes;
    private final SlackHealthProbe healthProbe;
    private final TickHealth health;

    Tick(
            JobStep part,
            SlackEvents events,
            OutboxRelay delivery,
            Notices notices,
            ContactDelivery contacts,
            HomeRefresh homes,
            SlackHealthProbe healthProbe,
            TickHealth health) {
        this.part = part;
        this.events = events;
        this.delivery = delivery;
        this.notices = notices;
        this.contacts = contacts;
        this.homes = homes;
        this.healthProbe = healthProbe;
        this.health = health;
    }

    public void run() {
        part.run("work left behind", events::workOffLeftBehind);
        part.run("messages owed", delivery::deliverLeftBehind);
        part.run("notices due", notices::sayDue);
        part.run("contacts due", contacts::contactDue);
        part.run("homes to refresh", homes::catchUp);
        part.run("slack asked", healthProbe::probe);
        health.ticked();
    }
}
