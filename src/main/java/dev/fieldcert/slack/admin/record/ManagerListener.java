package dev.fieldcert.slack.admin.record;

import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.admin.AdminGate;
import dev.fieldcert.slack.admin.Crowds;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.NotUnderstood;
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
}
