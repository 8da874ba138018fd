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

    private static final String WANTED = "Name the manager, then their delegate";

    DelegateAction(
            Parameters parameters,
            NameDelegate nameDelegate,
            Delegates delegates,
            People people,
            DelegateNotices notices) {
        super("delegate", "Delegate of a manager", "choose who else can review a team’s assignments", Place.CHANGE);
        var manager = takes(parameters.person("@manager", WANTED));
        var delegate = takes(parameters.personOrNobody(
                "@person|none",
                "Who else can review their team’s assignments",
                WANTED,
                said -> delegates.of(said.get(manager))));
        does(said -> {
            String whose = said.get(manager);
            String who = said.find(delegate).orElse(null);
            if (who != null && !people.isInUse(who)) {
                throw new CommandException(Mrkdwn.person(who)
                        + " can’t be a delegate. Choose a person with an active account. Nothing was changed.");
            }
            NameDelegate.Outcome outcome = nameDelegate.name(whose, who, said.by());
            return CommandResult.of(
                    SlackMessage.note(RecordMessages.delegate(outcome, whose, who)),
                    outcome instanceof NameDelegate.Outcome.Done,
                    () -> notices.tell(outcome, whose, who, said.by()));
        });
    }
}
