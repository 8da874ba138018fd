package dev.fieldcert.slack.admin.record;

import dev.fieldcert.drip.Pace;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.drip.DripSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows how many contacts are due, and how long they take to send. */
@Component
@Order(42)
class ContactsAction extends AdminAction {

    /** Limits how many learners are examined. No rate that Slack allows can send this many messages in an hour. */
    private static final int MOST_LOOKED_AT = 50_000;

    ContactsAction(Learners learners, Clock clock, DripSettings settings) {
        super("contacts", "Messages due", "how many messages are due, and how long sending takes", Place.REPORTS);
        does(said -> {
            Instant now = clock.instant();
            Instant inAnHour = now.plus(Duration.ofHours(1));
            List<Pace.Due> due = learners.dueUntil(inAnHour, MOST_LOOKED_AT).stream()
                    .flatMap(learner -> Pace.Due.of(learner).stream())
                    .toList();
            return CommandResult.shown(WhyMessages.contacts(
                    learners.dueContacts(now),
                    learners.dueContacts(inAnHour),
                    learners.dueContacts(now.plus(Duration.ofDays(1))),
                    new Pace(settings.contactsPerMinute(), Pace.DEFAULT.perChannel()).drain(due, now)));
        });
    }
}
