package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.Due;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.work.ProgressMessages;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.CallPolicy;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** {@code /cert-admin enroll}, and the yes to its dry run. */
@Component
class EnrollListener implements SlackHandler {

    private static final String USAGE = "enroll @user|@group|#channel <path|course> [due 2027-03-31]";

    private static final Pattern DUE = Pattern.compile("(?i)^(.*?)(?:^|\\s+)due(?:\\s+(.*))?$");

    private final RecipientResolver recipientResolver;
    private final EnrollMany enrollMany;
    private final EnrollDryRun dryRun;
    private final DryRuns dryRuns;
    private final EnrollLearner enrollLearner;
    private final Programs programs;
    private final AdminAuthorization gate;
    private final SlackSender slack;
    private final Clock clock;

    EnrollListener(
            RecipientResolver recipientResolver,
            EnrollMany enrollMany,
            EnrollDryRun dryRun,
            DryRuns dryRuns,
            EnrollLearner enrollLearner,
            Programs programs,
            AdminAuthorization gate,
            SlackSender slack,
            Clock clock) {
        this.recipientResolver = recipientResolver;
        this.enrollMany = enrollMany;
        this.dryRun = dryRun;
        this.dryRuns = dryRuns;
        this.enrollLearner = enrollLearner;
        this.programs = programs;
        this.gate = gate;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        router.adminSubcommand(
                "enroll",
                USAGE,
                "enroll people; a group or a channel after a dry run; due dates are optional",
                gate.word(this::enroll));
        router.blockAction("enroll-do", gate.click(dryRun::yes));
        router.blockAction("enroll-not", gate.click(dryRuns::no));
    }

    private void enroll(TextCommand command) {
        Mention.Leading named = Mention.leading(command.words());
        if (named.mentions().isEmpty()) {
            throw new CommandException(
                    "Whom do you want to enroll? Begin with a person, a group or a channel: `/cert-admin "
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
        RecipientResolver.Named whom = recipientResolver.named(named.mentions());
        if (EnrollDryRun.isNeeded(whom)) {
            slack.reply(command, ProgressMessages.inTheDm());
            dryRun.begin(command.person(), whom, target, due);
            return;
        }
        var order = new EnrollMany.Order(whom.people(), target, due, command.person());
        Tally tally = enrollMany.enroll(order, CallPolicy.NONE, () -> {}, () -> false);
        slack.reply(command, EnrollMessages.enrolled(tally, Sentences.title(programs.current(), target), due));
    }

    /** @throws NotUnderstood when there is no such path or course, or it cannot be enrolled in yet */
    private String target(String words) {
        Program program = programs.current();
        if (words.isBlank()) {
            throw new CommandException("In which path or course? These there are:\n" + Sentences.targets(program)
                    + "\nNothing was changed.");
        }
        String target = enrollLearner
                .targetFor(words)
                .orElseThrow(() -> new CommandException("I know no path or course called " + Sentences.quoted(words)
                        + ". These there are:\n" + Sentences.targets(program) + "\nNothing was changed."));
        if (program.published(target).isEmpty()) {
            throw new CommandException("*" + Mrkdwn.escape(Sentences.title(program, target))
                    + "* is still being written, so nobody can be enrolled in it yet. Nothing was changed.");
        }
        return target;
    }
}
