package dev.fieldcert.slack.admin.record;

import com.slack.api.model.User;
import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.contact.NotifyLearner;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.learner.profile.UpdateProfile;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackDirectory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says who manages somebody. */
@Component
@Order(6)
class ManagerChange implements RecordChange {

    private final AssignManager assignManager;
    private final UpdateProfile updateProfile;
    private final NotifyLearner notifyLearner;
    private final Learners learners;
    private final OutboxRelay delivery;
    private final SlackDirectory directory;

    ManagerChange(
            AssignManager assignManager,
            UpdateProfile updateProfile,
            NotifyLearner notifyLearner,
            Learners learners,
            OutboxRelay delivery,
            SlackDirectory directory) {
        this.assignManager = assignManager;
        this.updateProfile = updateProfile;
        this.notifyLearner = notifyLearner;
        this.learners = learners;
        this.delivery = delivery;
        this.directory = directory;
    }

    /**
     * @param manager null for nobody
     * @throws NotUnderstood when one of them is a bot or has left
     */
    CommandResult assign(String learner, String manager, String by, String how) {
        User person = directory.person(learner);
        if (person.isBot() || person.isDeleted()) {
            throw new CommandException(Mrkdwn.person(learner)
                    + (person.isBot() ? " is a bot." : " has a deactivated account.") + " Nothing was changed.");
        }
        if (manager != null) {
            User boss = directory.person(manager);
            if (boss.isBot() || boss.isDeleted()) {
                throw new CommandException(Mrkdwn.person(manager)
                        + (boss.isBot() ? " is a bot" : " has a deactivated account")
                        + " and can't be a manager. Nothing was changed.");
            }
        }
        var assigned = assignManager.assign(learner, manager, by, how);
        boolean done = assigned.result() instanceof AssignManager.Outcome.Assigned
                || assigned.result() instanceof AssignManager.Outcome.Removed;
        return CommandResult.of(
                SlackMessage.note(ManagerMessages.words(assigned.result(), learner, manager)), done, () -> {
                    delivery.deliver(assigned);
                    if (done) {
                        updateProfile.update(learner, People.read(person));
                        delivery.deliver(notifyLearner.tell(
                                learner,
                                manager == null
                                        ? "Nobody is named as your manager here any more."
                                        : "Your manager here is set. They see your progress, and sign off your assignments.",
                                by));
                    }
                });
    }

    @Override
    public String id() {
        return "manager";
    }

    @Override
    public String label() {
        return "Manager";
    }

    @Override
    public String field() {
        return RecordForms.OTHER;
    }

    @Override
    public List<LayoutBlock> fields(String person, Function<String, Optional<String>> soFar) {
        return List.of(RecordForms.other(
                "Manager",
                learners.find(person)
                        .flatMap(learner -> learner.profile().manager())
                        .orElse(null)));
    }

    @Override
    public CommandResult change(String person, ViewSubmission form) {
        return assign(person, form.input(RecordForms.OTHER).orElse(null), form.person(), "by form");
    }
}
