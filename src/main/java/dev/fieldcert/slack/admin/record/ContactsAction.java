package dev.fieldcert.slack.admin.record;

import dev.fieldcert.drip.Pace;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many messages of the bot's own accord are due, and how long they take. */
@Component
@Order(42)
class ContactsAction implements AdminAction {

    /** More than go out in an hour at any pace Slack bears. */
    private static final int MOST_LOOKED_AT = 50_000;

    private final Learners learners;
    private final Clock clock;
    private final int perMinute;

    ContactsAction(
            Learners learners, Clock clock, @Value("${fieldcert.drip.contacts-per-minute:300}") int perMinute) {
        this.learners = learners;
        this.clock = clock;
        this.perMinute = perMinute;
    }

    @Override
    public Description description() {
        return new Description(
                "contacts", "Contacts due", "how many contacts are due, and how long they take", Place.REPORTS);
    }

    @Override
    public CommandResult run(Arguments arguments) {
        Instant now = clock.instant();
        return CommandResult.shown(WhyMessages.contacts(
                learners.dueContacts(now),
                learners.dueContacts(now.plus(Duration.ofHours(1))),
                learners.dueContacts(now.plus(Duration.ofDays(1))),
                drain(now)));
    }

    /** What the next hour's contacts take, were they all to go out. */
    private Pace.Drain drain(Instant now) {
        return new Pace(perMinute, Pace.DEFAULT.perChannel())
                .drain(
                        learners.dueUntil(now.plus(Duration.ofHours(1)), MOST_LOOKED_AT).stream()
                                .flatMap(learner -> Pace.Due.of(learner).stream())
                                .toList(),
                        now);
    }
}
