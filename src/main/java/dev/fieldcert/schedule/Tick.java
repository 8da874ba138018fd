package dev.fieldcert.schedule;

import dev.fieldcert.delivery.DeliveryRelay;
import dev.fieldcert.learner.item.ItemDecisions;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.channels.AppRefusals;
import dev.fieldcert.slack.drip.ContactDelivery;
import dev.fieldcert.slack.home.HomeRefresh;
import dev.fieldcert.slack.inbound.SlackEvents;
import dev.fieldcert.slack.webapi.SlackHealthProbe;
import dev.fieldcert.web.PublicPort;
import org.springframework.stereotype.Component;

/**
 * The work done every few seconds. It loads decisions made on other instances, resumes abandoned requests, and sends
 * due messages, contacts and deliveries to other systems. It also refreshes Homes, checks whether Slack and the public
 * port answer, and tells the admins what Slack refuses.
 */
@Component
public class Tick {

    private final JobStep part;
    private final ItemDecisions decisions;
    private final SlackEvents events;
    private final OutboxRelay relay;
    private final ContactDelivery contacts;
    private final DeliveryRelay deliveries;
    private final HomeRefresh homes;
    private final SlackHealthProbe healthProbe;
    private final AppRefusals refusals;
    private final PublicPort port;
    private final TickHealth health;

    Tick(
            JobStep part,
            ItemDecisions decisions,
            SlackEvents events,
            OutboxRelay relay,
            ContactDelivery contacts,
            DeliveryRelay deliveries,
            HomeRefresh homes,
            SlackHealthProbe healthProbe,
            AppRefusals refusals,
            PublicPort port,
            TickHealth health) {
        this.part = part;
        this.decisions = decisions;
        this.events = events;
        this.relay = relay;
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.homes = homes;
        this.healthProbe = healthProbe;
        this.refusals = refusals;
        this.port = port;
        this.health = health;
    }

    public void run() {
        part.run("decisions about questions", decisions::follow);
        part.run("work left behind", events::workOffLeftBehind);
        part.run("messages due", relay::deliverDue);
        part.run("other systems", deliveries::wake);
        part.run("contacts due", contacts::contactDue);
        part.run("homes to refresh", homes::catchUp);
        part.run("slack asked", healthProbe::probe);
        part.run("refusals told", refusals::tell);
        part.run("public port visited", port::probe);
        health.ticked();
    }
}
