package dev.fieldcert.schedule;

import dev.fieldcert.badge.Renewals;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.RoundUp;
import dev.fieldcert.slack.SlackEvents;
import dev.fieldcert.slack.drip.ContactDelivery;
import dev.fieldcert.slack.team.DigestDelivery;
import dev.fieldcert.slack.team.ReviewReminders;
import java.time.Clock;
import java.time.Instant;
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
    private final Renewals renewals;
    private final DigestDelivery digests;
    private final ReviewReminders reviews;
    private final RoundUp roundUp;
    private final Clock clock;

    Tick(
            SlackEvents events,
            OwedDelivery delivery,
            ContactDelivery contacts,
            Renewals renewals,
            DigestDelivery digests,
            ReviewReminders reviews,
            RoundUp roundUp,
            Clock clock) {
        this.events = events;
        this.delivery = delivery;
        this.contacts = contacts;
        this.renewals = renewals;
        this.digests = digests;
        this.reviews = reviews;
        this.roundUp = roundUp;
        this.clock = clock;
    }

    public void run() {
        part("work left behind", events::workOffLeftBehind);
        part("messages owed", delivery::deliverLeftBehind);
        part("contacts due", contacts::contactDue);
    }

    /** What belongs to a date and not to the second: a few times an hour is enough. */
    public void runCalendar() {
        Instant now = clock.instant();
        part("renewals", renewals::offerDue);
        part("digests", () -> digests.deliverDue(now));
        part("review reminders", () -> reviews.remind(now));
        part("round-up", () -> roundUp.sendDue(now));
    }

    private static void part(String name, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException e) {
            LOG.error("Tick failed part=\"{}\"", name, e);
        }
    }
}
