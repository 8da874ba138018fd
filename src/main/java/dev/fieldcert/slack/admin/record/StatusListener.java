package dev.fieldcert.slack.admin.record;

import dev.fieldcert.curriculum.Programs;
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
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code /cert-admin status @user}. */
@Component
@Order(1)
class StatusListener implements Conversation, RecordLook {

    private static final String USAGE = "status @user";

    private final Crowds crowds;
    private final Learners learners;
    private final Programs programs;
    private final AdminGate gate;
    private final SlackSender slack;
    private final Clock clock;

    StatusListener(
            Crowds crowds, Learners learners, Programs programs, AdminGate gate, SlackSender slack, Clock clock) {
        this.crowds = crowds;
        this.learners = learners;
        this.programs = programs;
        this.gate = gate;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void routes(Routes routes) {
        routes.adminWord("status", USAGE, "where somebody stands", gate.word(this::status));
    }

    private void status(Said said) {
        String person = crowds.onePerson(Mention.leading(said.words()).mentions(), USAGE);
        slack.reply(said, look(person));
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
