package dev.fieldcert.slack.admin.record;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code /cert-admin status @user}. */
@Component
@Order(1)
class StatusListener implements SlackHandler, RecordLook {

    private static final String USAGE = "status @user";

    private final RecipientResolver recipientResolver;
    private final Learners learners;
    private final Programs programs;
    private final AdminAuthorization gate;
    private final SlackSender slack;
    private final Clock clock;

    StatusListener(
            RecipientResolver recipientResolver,
            Learners learners,
            Programs programs,
            AdminAuthorization gate,
            SlackSender slack,
            Clock clock) {
        this.recipientResolver = recipientResolver;
        this.learners = learners;
        this.programs = programs;
        this.gate = gate;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        router.adminSubcommand("status", USAGE, "where somebody stands", gate.word(this::status));
    }

    private void status(TextCommand command) {
        String person =
                recipientResolver.onePerson(Mention.leading(command.words()).mentions(), USAGE);
        slack.reply(command, look(person));
    }

    @Override
    public String id() {
        return "status";
    }

    @Override
    public String label() {
        return "Where they stand";
    }

    @Override
    public SlackMessage look(String person) {
        Learner learner = learners.find(person).orElseGet(() -> new Learner(person));
        return StatusMessages.status(
                learner, programs.current(), When.in(learner.profile().zone(), clock.instant()));
    }
}
