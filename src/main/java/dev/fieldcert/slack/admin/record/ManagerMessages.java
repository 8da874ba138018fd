package dev.fieldcert.slack.admin.record;

import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.Mrkdwn;

/** What came of saying who manages somebody. */
public final class ManagerMessages {

    private ManagerMessages() {}

    public static String words(AssignManager.Outcome outcome, String learner, String manager) {
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
