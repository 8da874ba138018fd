package dev.fieldcert.slack.admin.record;

import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.team.DelegateNotices;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.team.Delegates;
import dev.fieldcert.team.NameDelegate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Chooses a manager's delegate. */
@Component
@Order(27)
class DelegateAction extends AdminAction {

    private static final String WANTED = "Name the manager and then who stands in for them";

    DelegateAction(
            Parameters parameters,
            NameDelegate nameDelegate,
            Delegates delegates,
            People people,
            DelegateNotices notices) {
        super("delegate", "Delegate of a manager", "say who reviews assignments beside a manager", Place.CHANGE);
        var manager = takes(parameters.person("@manager", WANTED));
        var delegate = takes(parameters.personOrNobody(
                "@person|none",
                "Who reviews their team's assignments beside them",
                WANTED,
                said -> delegates.of(said.get(manager))));
        does(said -> {
            String whose = said.get(manager);
            String who = said.find(delegate).orElse(null);
            if (who != null && !people.isInUse(who)) {
                throw new CommandException(Mrkdwn.person(who)
                        + " cannot stand in: it must be a person whose account is in use. Nothing was changed.");
            }
            NameDelegate.Outcome outcome = nameDelegate.name(whose, who, said.by());
            return CommandResult.of(
                    SlackMessage.note(RecordMessages.delegate(outcome, whose, who)),
                    outcome instanceof NameDelegate.Outcome.Done,
                    () -> notices.tell(outcome, whose, who, said.by()));
        });
    }
}
