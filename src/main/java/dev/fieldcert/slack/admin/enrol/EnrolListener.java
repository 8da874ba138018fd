package dev.fieldcert.slack.admin.enrol;

import dev.fieldcert.curriculum.Programme;
import dev.fieldcert.curriculum.Programmes;
import dev.fieldcert.learner.EnrolLearner;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Mrkdwn;
import dev.fieldcert.slack.Patience;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.admin.AdminGate;
import dev.fieldcert.slack.admin.Crowds;
import dev.fieldcert.slack.admin.Due;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.NotUnderstood;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.work.ProgressMessages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** {@code /cert-admin enrol}, and the yes to its dry run. */
@Component
class EnrolListener implements Conversation {

    private static final String USAGE = "enrol @user|@group|#channel <path|course> [due 2027-03-31]";

    private static final Pattern DUE = Pattern.compile("(?i)^(.*?)(?:^|\\s+)due(?:\\s+(.*))?$");

    private final Crowds crowds;
    private final EnrolMany enrolMany;
    private final EnrolDryRun dryRun;
    private final DryRuns dryRuns;
    private final EnrolLearner enrolLearner;
    private final Programmes programmes;
    private final AdminGate gate;
    private final SlackSender slack;
    private final Clock clock;

    EnrolListener(
            Crowds crowds,
            EnrolMany enrolMany,
            EnrolDryRun dryRun,
            DryRuns dryRuns,
            EnrolLearner enrolLearner,
            Programmes programmes,
            AdminGate gate,
            SlackSender slack,
            Clock clock) {
        this.crowds = crowds;
        this.enrolMany = enrolMany;
        this.dryRun = dryRun;
        this.dryRuns = dryRuns;
        this.enrolLearner = enrolLearner;
        this.programmes = programmes;
        this.gate = gate;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void routes(Routes routes) {
        routes.adminWord(
                "enrol",
                USAGE,
                "enrol people; a group or a channel after a dry run; due dates are optional",
                gate.word(this::enrol));
        routes.click("enrol-do", gate.click(dryRun::yes));
        routes.click("enrol-not", gate.click(dryRuns::no));
    }

    private void enrol(Said said) {
        Mention.Leading named = Mention.leading(said.words());
        if (named.mentions().isEmpty()) {
            throw new NotUnderstood(
                    "Whom do you want to enrol? Begin with a person, a group or a channel: `/cert-admin "
                            + Mrkdwn.escape(USAGE) + "`."
                            + (named.rest().isEmpty()
                                    ? ""
                                    : " I understood only " + Sentences.quoted(named.rest()) + "."));
        }
        String words = named.rest();
        LocalDate due = null;
        Matcher matcher = DUE.matcher(words);
        if (matcher.matches()) {
            words = matcher.group(1).strip();
            due = Due.read(matcher.group(2) == null ? "" : matcher.group(2), clock.instant());
        }
        String target = target(words);
        Crowds.Named whom = crowds.named(named.mentions());
        if (EnrolDryRun.isNeeded(whom)) {
            slack.reply(said, ProgressMessages.inTheDm());
            dryRun.begin(said.person(), whom, target, due);
            return;
        }
        var order = new EnrolMany.Order(whom.people(), target, due, said.person());
        Tally tally = enrolMany.enrol(order, Patience.NONE, () -> {}, () -> false);
        slack.reply(said, EnrolMessages.enrolled(tally, Sentences.title(programmes.current(), target), due));
    }

    /** @throws NotUnderstood when there is no such path or course, or it cannot be enrolled in yet */
    private String target(String words) {
        Programme programme = programmes.current();
        if (words.isBlank()) {
            throw new NotUnderstood("In which path or course? These there are:\n" + Sentences.targets(programme)
                    + "\nNothing was changed.");
        }
        String target = enrolLearner
                .targetFor(words)
                .orElseThrow(() -> new NotUnderstood("I know no path or course called " + Sentences.quoted(words)
                        + ". These there are:\n" + Sentences.targets(programme) + "\nNothing was changed."));
        if (programme.published(target).isEmpty()) {
            throw new NotUnderstood("*" + Mrkdwn.escape(Sentences.title(programme, target))
                    + "* is still being written, so nobody can be enrolled in it yet. Nothing was changed.");
        }
        return target;
    }
}
