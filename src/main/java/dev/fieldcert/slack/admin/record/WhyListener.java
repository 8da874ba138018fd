package dev.fieldcert.slack.admin.record;

import dev.fieldcert.drip.Pace;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.When;
import dev.fieldcert.slack.admin.AdminGate;
import dev.fieldcert.slack.admin.Crowds;
import dev.fieldcert.slack.admin.Mention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code /cert-admin why @user} and {@code /cert-admin contacts}: why the bot wrote or did not, and what is coming. */
@Component
@Order(2)
class WhyListener implements Conversation, RecordLook {

    private static final String USAGE = "why @user";
    /** More than go out in an hour at any pace Slack bears. */
    private static final int MOST_LOOKED_AT = 50_000;

    private final Crowds crowds;
    private final Learners learners;
    private final AdminGate gate;
    private final SlackSender slack;
    private final Clock clock;
    private final int perMinute;

    WhyListener(
            Crowds crowds,
            Learners learners,
            AdminGate gate,
            SlackSender slack,
            Clock clock,
            @Value("${fieldcert.drip.contacts-per-minute:300}") int perMinute) {
        this.crowds = crowds;
        this.learners = learners;
        this.gate = gate;
        this.slack = slack;
        this.clock = clock;
        this.perMinute = perMinute;
    }

    @Override
    public void routes(Routes routes) {
        routes.adminWord("why", USAGE, "why the bot wrote to somebody now, or why not", gate.word(this::why));
        routes.adminWord(
                "contacts",
                "contacts",
                "how many contacts are due, and how long they take",
                gate.word(said -> slack.reply(said, contacts())));
        routes.click("contacts-open", gate.click(click -> slack.whisper(click, contacts())));
    }

    private void why(Said said) {
        slack.reply(said, look(crowds.onePerson(Mention.leading(said.words()).mentions(), USAGE)));
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

    @Override
    public String id() {
        return "why";
    }

    @Override
    public String label() {
        return "Why I wrote, or not";
    }

    @Override
    public SlackMessage look(String person) {
        Optional<Learner> learner = learners.find(person);
        When when = When.in(learner.map(known -> known.profile().zone()).orElse(null), clock.instant());
        return WhyMessages.why(person, learner, when);
    }

    private SlackMessage contacts() {
        Instant now = clock.instant();
        return WhyMessages.contacts(
                learners.dueContacts(now),
                learners.dueContacts(now.plus(Duration.ofHours(1))),
                learners.dueContacts(now.plus(Duration.ofDays(1))),
                drain(now));
    }
}
