package dev.fieldcert.slack.admin;

import com.slack.api.model.User;
import dev.fieldcert.learner.AssignManager;
import dev.fieldcert.learner.TellLearner;
import dev.fieldcert.learner.UpdateProfile;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Mrkdwn;
import dev.fieldcert.slack.OwedDelivery;
import dev.fieldcert.slack.People;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackDirectory;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** {@code /cert-admin manager @learner @manager}. */
@Component
class ManagerListener implements Conversation {

    private static final String USAGE = "manager @learner @manager|none";

    private final Crowds crowds;
    private final AssignManager assignManager;
    private final UpdateProfile updateProfile;
    private final TellLearner tellLearner;
    private final OwedDelivery delivery;
    private final AdminGate gate;
    private final SlackSender slack;
    private final SlackDirectory directory;

    ManagerListener(
            Crowds crowds,
            AssignManager assignManager,
            UpdateProfile updateProfile,
            TellLearner tellLearner,
            OwedDelivery delivery,
            AdminGate gate,
            SlackSender slack,
            SlackDirectory directory) {
        this.crowds = crowds;
        this.assignManager = assignManager;
        this.updateProfile = updateProfile;
        this.tellLearner = tellLearner;
        this.delivery = delivery;
        this.gate = gate;
        this.slack = slack;
        this.directory = directory;
    }

    @Override
    public void routes(Routes routes) {
        routes.adminWord("manager", USAGE, "say who manages whom", gate.word(this::manager));
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
        User person = directory.person(learner);
        if (person.isBot() || person.isDeleted()) {
            throw new NotUnderstood(Mrkdwn.person(learner)
                    + (person.isBot() ? " is a bot." : " has a deactivated account.") + " Nothing was changed.");
        }
        if (manager != null) {
            User boss = directory.person(manager);
            if (boss.isBot() || boss.isDeleted()) {
                throw new NotUnderstood(Mrkdwn.person(manager)
                        + (boss.isBot() ? " is a bot" : " has a deactivated account")
                        + " and can't be a manager. Nothing was changed.");
            }
        }
        var assigned = assignManager.assign(learner, manager, said.person(), "by command");
        slack.reply(said, SlackMessage.note(words(assigned.result(), learner, manager)));
        delivery.deliver(assigned);
        if (assigned.result() instanceof AssignManager.Outcome.Assigned
                || assigned.result() instanceof AssignManager.Outcome.Removed) {
            updateProfile.update(learner, People.read(person));
            delivery.deliver(tellLearner.tell(
                    learner,
                    manager == null
                            ? "Nobody is named as your manager here any more."
                            : "Your manager here is set. They see your progress, and sign off your practicals.",
                    said.person()));
        }
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
