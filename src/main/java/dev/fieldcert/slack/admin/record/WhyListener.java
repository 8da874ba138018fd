package dev.fieldcert.slack.admin.record;

import dev.fieldcert.drip.Pace;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.drip.DripSettings;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code /cert-admin why @user} and {@code /cert-admin contacts}: why the bot wrote or did not, and what is coming. */
@Component
@Order(2)
class WhyListener implements SlackHandler, RecordLook {

    private static final String USAGE = "why @user";
    /** More than go out in an hour at any pace Slack bears. */
    private static final int MOST_LOOKED_AT = 50_000;

    private final RecipientResolver recipientResolver;
    private final Learners learners;
    private final AdminAuthorization gate;
    private final SlackSender slack;
    private final Clock clock;
    private final int perMinute;

    WhyListener(
            RecipientResolver recipientResolver,
            Learners learners,
            AdminAuthorization gate,
            SlackSender slack,
            Clock clock,
            DripSettings settings) {
        this.recipientResolver = recipientResolver;
        this.learners = learners;
        this.gate = gate;
        this.slack = slack;
        this.clock = clock;
        this.perMinute = settings.contactsPerMinute();
    }

    @Override
    public void register(Router router) {
        router.adminSubcommand("why", USAGE, "why the bot wrote to somebody now, or why not", gate.word(this::why));
        router.adminSubcommand(
                "contacts",
                "contacts",
                "how many contacts are due, and how long they take",
                gate.word(command -> slack.reply(command, contacts())));
        router.blockAction("contacts-open", gate.click(click -> slack.respondEphemeral(click, contacts())));
    }

    private void why(TextCommand command) {
        slack.reply(
                command,
                look(recipientResolver.onePerson(
                        Mention.leading(command.words()).mentions(), USAGE)));
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
