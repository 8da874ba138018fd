package dev.fieldcert.slack.admin;

import dev.fieldcert.learner.AssignManager;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Mrkdwn;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackSender;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Who manages whom, and who stands in for a manager: {@code manager} and {@code delegate}. */
@Component
class ManagerListener implements Conversation {

    private static final String USAGE = "manager @learner @manager|none";
    private static final String DELEGATE = "delegate @manager @person|none";

    private final Crowds crowds;
    private final ManagerChange managerChange;
    private final DelegateChange delegateChange;
    private final AdminGate gate;
    private final SlackSender slack;

    ManagerListener(
            Crowds crowds,
            ManagerChange managerChange,
            DelegateChange delegateChange,
            AdminGate gate,
            SlackSender slack) {
        this.crowds = crowds;
        this.managerChange = managerChange;
        this.delegateChange = delegateChange;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void routes(Routes routes) {
        routes.adminWord("manager", USAGE, "say who manages whom", gate.word(this::manager));
        routes.adminWord(
                "delegate", DELEGATE, "say who reviews practicals beside a manager", gate.word(this::delegate));
    }

    private void manager(Said said) {
        Mention.Leading named = Mention.leading(said.words());
        List<Mention> mentions = named.mentions();
        boolean none = named.rest().toLowerCase(Locale.ROOT).equals("none");
        if (mentions.size() != (none ? 1 : 2)) {
            throw new NotUnderstood(
                    "Name the learner and then the manager: `/cert-admin " + USAGE + "`. Nothing was changed.");
        }
        String learner = crowds.onePerson(mentions.subList(0, 1), USAGE);
        String manager = none ? null : crowds.onePerson(mentions.subList(1, 2), USAGE);
        managerChange.assign(learner, manager, said.person(), "by command").answer(words -> slack.reply(said, words));
    }

    private void delegate(Said said) {
        Mention.Leading named = Mention.leading(said.words());
        List<Mention> mentions = named.mentions();
        boolean none = named.rest().toLowerCase(Locale.ROOT).equals("none");
        if (mentions.size() != (none ? 1 : 2)) {
            throw new NotUnderstood("Name the manager and then who stands in for them: `/cert-admin " + DELEGATE
                    + "`. Nothing was changed.");
        }
        String manager = crowds.onePerson(mentions.subList(0, 1), DELEGATE);
        String delegate = none ? null : crowds.onePerson(mentions.subList(1, 2), DELEGATE);
        delegateChange.name(manager, delegate, said.person()).answer(words -> slack.reply(said, words));
    }

    static String words(AssignManager.Outcome outcome, String learner, String manager) {
        if (outcome instanceof AssignManager.Outcome.Assigned assigned) {
            return Mrkdwn.person(learner) + " reports to " + Mrkdwn.person(manager) + " now"
                    + assigned.before()
                            .map(before -> " (before: " + Mrkdwn.person(before) + ")")
                            .orElse("")
                    + ".";
        }
        if (outcome instanceof AssignManager.Outcome.Removed removed) {
            return Mrkdwn.person(learner) + " has no manager here any more (before: " + Mrkdwn.person(removed.before())
                    + ").";
        }
        if (outcome instanceof AssignManager.Outcome.OwnManager) {
            return "Nobody is their own manager. Nothing was changed.";
        }
        if (outcome instanceof AssignManager.Outcome.Circle circle) {
            return "That would be a circle: "
                    + String.join(
                            " reports to ",
                            circle.line().stream().map(Mrkdwn::person).toList())
                    + ". Nothing was changed.";
        }
        if (outcome instanceof AssignManager.Outcome.Unknown unknown) {
            return Sentences.quoted(unknown.id())
                    + " is nobody who can be a manager here: unknown, or an account that is gone. Nothing was changed.";
        }
        return "That is so already. Nothing was changed.";
    }
}
