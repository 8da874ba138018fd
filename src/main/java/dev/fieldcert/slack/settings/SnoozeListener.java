package dev.fieldcert.slack.settings;

import dev.fieldcert.drip.Snooze;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.preferences.ChangePreferences;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Handles the snooze buttons. Their value is {@code <choice>|<epoch seconds of the contact>}. */
@Component
class SnoozeListener implements SlackHandler {

    /** A contact older than this can no longer be snoozed. */
    private static final Duration STALE = Duration.ofDays(5);

    private final Learners learners;
    private final ChangePreferences changePreferences;
    private final OutboxRelay delivery;
    private final SlackSender slack;
    private final Clock clock;

    SnoozeListener(
            Learners learners,
            ChangePreferences changePreferences,
            OutboxRelay delivery,
            SlackSender slack,
            Clock clock) {
        this.learners = learners;
        this.changePreferences = changePreferences;
        this.delivery = delivery;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        router.blockAction("snooze", this::snooze);
    }

    private void snooze(BlockAction click) {
        String[] parts = click.value().split("\\|", 2);
        if (parts.length != 2 || !parts[1].matches("\\d{1,11}")) {
            throw new IllegalArgumentException("Not a snooze button's value");
        }
        Snooze choice = Snooze.valueOf(parts[0]);
        Instant contact = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        Instant now = clock.instant();
        Learner learner = learners.findOrNew(click.person());
        When when = When.in(learner.profile().zone(), learner.profile().locale(), now);
        if (contact.plus(STALE).isBefore(now)) {
            slack.respondEphemeral(click, PauseMessages.tooOldToSnooze(contact, when));
            return;
        }
        Instant until = choice.until(now, ContactRules.windows(learner));
        var snoozed = changePreferences.snooze(click.person(), until);
        slack.respondEphemeral(click, PauseMessages.snoozed(until, when));
        delivery.deliver(snoozed);
    }
}
