package dev.fieldcert.slack.admin.record;

import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.Mention;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Who manages whom, and who stands in for a manager: {@code manager} and {@code delegate}. */
@Component
class ManagerListener implements SlackHandler {

    private static final String USAGE = "manager @learner @manager|none";
    private static final String DELEGATE = "delegate @manager @person|none";

    private final RecipientResolver recipientResolver;
    private final ManagerChange managerChange;
    private final DelegateChange delegateChange;
    private final AdminAuthorization gate;
    private final SlackSender slack;

    ManagerListener(
            RecipientResolver recipientResolver,
            ManagerChange managerChange,
            DelegateChange delegateChange,
            AdminAuthorization gate,
            SlackSender slack) {
        this.recipientResolver = recipientResolver;
        this.managerChange = managerChange;
        this.delegateChange = delegateChange;
        this.gate = gate;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.adminSubcommand("manager", USAGE, "say who manages whom", gate.word(this::manager));
        router.adminSubcommand(
                "delegate", DELEGATE, "say who reviews assignments beside a manager", gate.word(this::delegate));
    }

    private void manager(TextCommand command) {
        Mention.Leading named = Mention.leading(command.words());
        List<Mention> mentions = named.mentions();
        boolean none = named.rest().toLowerCase(Locale.ROOT).equals("none");
        if (mentions.size() != (none ? 1 : 2)) {
            throw new CommandException(
                    "Name the learner and then the manager: `/cert-admin " + USAGE + "`. Nothing was changed.");
        }
        String learner = recipientResolver.onePerson(mentions.subList(0, 1), USAGE);
        String manager = none ? null : recipientResolver.onePerson(mentions.subList(1, 2), USAGE);
        managerChange
                .assign(learner, manager, command.person(), "by command")
                .answer(words -> slack.reply(command, words));
    }

    private void delegate(TextCommand command) {
        Mention.Leading named = Mention.leading(command.words());
        List<Mention> mentions = named.mentions();
        boolean none = named.rest().toLowerCase(Locale.ROOT).equals("none");
        if (mentions.size() != (none ? 1 : 2)) {
            throw new CommandException("Name the manager and then who stands in for them: `/cert-admin " + DELEGATE
                    + "`. Nothing was changed.");
        }
        String manager = recipientResolver.onePerson(mentions.subList(0, 1), DELEGATE);
        String delegate = none ? null : recipientResolver.onePerson(mentions.subList(1, 2), DELEGATE);
        delegateChange.name(manager, delegate, command.person()).answer(words -> slack.reply(command, words));
    }
}
