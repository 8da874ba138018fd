package dev.fieldcert.slack.admin.record;

import com.slack.api.model.User;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.learner.profile.UpdateProfile;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackDirectory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sets or removes a person's manager. */
@Component
@Order(26)
class ManagerAction extends AdminAction {

    private static final String WANTED = "Name the learner, then the manager";

    private final AssignManager assignManager;
    private final UpdateProfile updateProfile;
    private final OutboxRelay delivery;
    private final SlackDirectory directory;

    ManagerAction(
            Parameters parameters,
            AssignManager assignManager,
            UpdateProfile updateProfile,
            Learners learners,
            OutboxRelay delivery,
            SlackDirectory directory) {
        super("manager", "Manager", "set someone’s manager", Place.CHANGE);
        this.assignManager = assignManager;
        this.updateProfile = updateProfile;
        this.delivery = delivery;
        this.directory = directory;
        var person = takes(parameters.person("@learner", WANTED));
        var manager = takes(parameters.personOrNobody(
                "@manager|none",
                "Manager",
                WANTED,
                said -> learners.find(said.get(person))
                        .flatMap(learner -> learner.profile().manager())));
        does(said -> assign(said.get(person), said.find(manager).orElse(null), said));
    }

    /** @param manager null to remove the manager */
    private CommandResult assign(String learner, String manager, Arguments said) {
        User user = inUse(learner, "");
        String name = manager == null
                ? null
                : People.read(inUse(manager, " and can’t be a manager")).name();
        var assigned =
                assignManager.assignAndTell(learner, manager, said.by(), said.isTyped() ? "by command" : "by form");
        SlackMessage words = SlackMessage.note(RecordMessages.manager(assigned.result(), learner, manager));
        if (!(assigned.result() instanceof AssignManager.Outcome.Assigned)
                && !(assigned.result() instanceof AssignManager.Outcome.Removed)) {
            return CommandResult.of(words, false, () -> delivery.deliver(assigned));
        }
        updateProfile.update(learner, People.read(user));
        return CommandResult.of(words, true, () -> delivery.deliver(assigned));
    }

    private User inUse(String id, String consequence) {
        User user = directory.person(id);
        if (user.isBot() || user.isDeleted()) {
            throw new CommandException(Mrkdwn.person(id)
                    + (user.isBot() ? " is a bot" : " has a deactivated account") + consequence
                    + ". Nothing was changed.");
        }
        return user;
    }
}
