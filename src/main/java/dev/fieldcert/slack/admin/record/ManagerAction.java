package dev.fieldcert.slack.admin.record;

import com.slack.api.model.User;
import dev.fieldcert.learner.AssignManager;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.NotifyLearner;
import dev.fieldcert.learner.UpdateProfile;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.delivery.OutboxRelay;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackDirectory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says who manages somebody. */
@Component
@Order(26)
class ManagerAction implements AdminAction {

    private static final String WANTED = "Name the learner and then the manager";

    private final Parameter<String> person;
    private final Parameter<String> manager;
    private final AssignManager assignManager;
    private final UpdateProfile updateProfile;
    private final NotifyLearner notifyLearner;
    private final OutboxRelay delivery;
    private final SlackDirectory directory;

    ManagerAction(
            Parameters parameters,
            AssignManager assignManager,
            UpdateProfile updateProfile,
            NotifyLearner notifyLearner,
            Learners learners,
            OutboxRelay delivery,
            SlackDirectory directory) {
        this.person = parameters.person("@learner", WANTED);
        this.manager = parameters.personOrNobody(
                "@manager|none", "Manager", WANTED, before -> learners.find(before.get(person))
                        .flatMap(learner -> learner.profile().manager()));
        this.assignManager = assignManager;
        this.updateProfile = updateProfile;
        this.notifyLearner = notifyLearner;
        this.delivery = delivery;
        this.directory = directory;
    }

    @Override
    public Description description() {
        return new Description("manager", "Manager", "say who manages whom", Place.CHANGE, person, manager);
    }

    @Override
    public CommandResult run(Arguments arguments) {
        String whose = arguments.get(person);
        String who = arguments.find(manager).orElse(null);
        User user = inUse(whose, "");
        if (who != null) {
            inUse(who, " and can't be a manager");
        }
        var assigned =
                assignManager.assign(whose, who, arguments.by(), arguments.isTyped() ? "by command" : "by form");
        SlackMessage words = SlackMessage.note(RecordMessages.manager(assigned.result(), whose, who));
        if (!(assigned.result() instanceof AssignManager.Outcome.Assigned)
                && !(assigned.result() instanceof AssignManager.Outcome.Removed)) {
            return CommandResult.of(words, false, () -> delivery.deliver(assigned));
        }
        updateProfile.update(whose, People.read(user));
        var told = notifyLearner.tell(
                whose,
                who == null
                        ? "Nobody is named as your manager here any more."
                        : Mrkdwn.person(who) + " is now your manager here. They see your progress and sign off your "
                                + "assignments.",
                arguments.by());
        return CommandResult.of(words, true, () -> {
            delivery.deliver(assigned);
            delivery.deliver(told);
        });
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
