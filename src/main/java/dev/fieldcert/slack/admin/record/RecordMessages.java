package dev.fieldcert.slack.admin.record;

import dev.fieldcert.curriculum.Dates;
import dev.fieldcert.learner.assessment.GrantAttempt;
import dev.fieldcert.learner.certification.ExcuseObjective;
import dev.fieldcert.learner.enrollment.MoveDueDate;
import dev.fieldcert.learner.enrollment.Unenroll;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.learner.profile.ChooseCohort;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.team.NameDelegate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Renders the results of changes to a person's record. */
public final class RecordMessages {

    private static final String NOTHING = " Nothing was changed.";
    static final String ALREADY = "That’s already the case." + NOTHING;

    private RecordMessages() {}

    private static String bold(String words) {
        return "*" + Mrkdwn.escape(words) + "*";
    }

    static SlackMessage unenrolled(Unenroll.Outcome outcome, String person, String title) {
        if (outcome instanceof Unenroll.Outcome.Unenrolled left) {
            return SlackMessage.note(
                    Mrkdwn.person(person) + " is no longer in " + bold(title) + " ("
                            + Sentences.count(left.courses().size(), "course", "courses")
                            + " in progress ended). They keep what they’ve earned. I’ll let them know during their work hours.");
        }
        return SlackMessage.note(Mrkdwn.person(person)
                + (outcome instanceof Unenroll.Outcome.Finished
                        ? " has finished " + bold(title) + ", and that stays on their record."
                        : " isn’t in " + bold(title) + ".")
                + NOTHING);
    }

    static SlackMessage granted(GrantAttempt.Outcome outcome, String person, String title, Instant now) {
        if (outcome instanceof GrantAttempt.Outcome.Granted granted) {
            String opens = Optional.ofNullable(granted.opensAt())
                    .map(at -> " It opens "
                            + When.in(null, at.isAfter(now) ? now : at).moment(at) + " (UTC), after its waiting time.")
                    .orElse("");
            return SlackMessage.note(Mrkdwn.person(person) + " has "
                    + Sentences.count(granted.attemptsLeft(), "attempt", "attempts") + " left at the check for "
                    + bold(title) + "." + opens + " I’ll let them know during their work hours.");
        }
        if (outcome instanceof GrantAttempt.Outcome.OwnCourse) {
            return SlackMessage.note("You can’t give yourself another attempt. Ask another admin." + NOTHING);
        }
        if (outcome instanceof GrantAttempt.Outcome.Enough enough) {
            return SlackMessage.note(Mrkdwn.person(person) + " has already had " + enough.most()
                    + " extra attempts. Talking it through may help more than another try." + NOTHING);
        }
        return SlackMessage.note(Mrkdwn.person(person) + " has no check to take in " + bold(title) + "." + NOTHING);
    }

    static SlackMessage moved(MoveDueDate.Outcome outcome, String person, String title, LocalDate due) {
        if (outcome instanceof MoveDueDate.Outcome.Moved moved) {
            return SlackMessage.note(bold(title) + " is "
                    + (due == null ? "no longer due" : "due on *" + Dates.date(due) + "*")
                    + " for " + Mrkdwn.person(person)
                    + (moved.before() == null ? "" : " (before: " + Dates.date(moved.before()) + ")")
                    + ". I’ll let them know during their work hours.");
        }
        return SlackMessage.note(
                outcome instanceof MoveDueDate.Outcome.Unchanged
                        ? "That’s already the due date." + NOTHING
                        : Mrkdwn.person(person) + " doesn’t have " + bold(title) + " in progress." + NOTHING);
    }

    static SlackMessage excused(ExcuseObjective.Outcome outcome, String person, String course, String objective) {
        String sentence;
        if (outcome instanceof ExcuseObjective.Outcome.Excused) {
            return SlackMessage.note(
                    Mrkdwn.person(person) + " is excused from " + bold(objective) + " in " + bold(course)
                            + ". I’ll let them know why during their work hours. The check still asks about it.");
        } else if (outcome instanceof ExcuseObjective.Outcome.AlreadyThrough) {
            sentence = Mrkdwn.person(person) + " has already finished " + bold(objective) + ".";
        } else if (outcome instanceof ExcuseObjective.Outcome.OwnCourse) {
            sentence = "You can’t excuse yourself. Ask another admin.";
        } else if (outcome instanceof ExcuseObjective.Outcome.NoReason) {
            sentence = "Give a reason. It stays on the record, and the learner sees it.";
        } else if (outcome instanceof ExcuseObjective.Outcome.ReasonTooLong tooLong) {
            sentence = "A reason can have at most " + ExcuseObjective.LONGEST_REASON + " characters. This one has "
                    + tooLong.length() + ".";
        } else {
            sentence = Mrkdwn.person(person) + " doesn’t have " + bold(course) + " in progress.";
        }
        return SlackMessage.note(sentence + NOTHING);
    }

    static SlackMessage cohort(ChooseCohort.Outcome outcome, String person, String cohort) {
        if (outcome instanceof ChooseCohort.Outcome.AlreadySo) {
            return SlackMessage.note(ALREADY);
        }
        return SlackMessage.note(Mrkdwn.person(person)
                + (cohort == null ? " is no longer in a cohort." : " is now in the cohort " + bold(cohort) + "."));
    }

    /** The result of setting a manager. */
    public static String manager(AssignManager.Outcome outcome, String learner, String manager) {
        if (outcome instanceof AssignManager.Outcome.Assigned assigned) {
            return Mrkdwn.person(learner) + " now reports to " + Mrkdwn.person(manager)
                    + (assigned.before() == null ? "" : " (before: " + Mrkdwn.person(assigned.before()) + ")")
                    + ".";
        }
        if (outcome instanceof AssignManager.Outcome.Removed removed) {
            return Mrkdwn.person(learner) + " no longer has a manager here (before: " + Mrkdwn.person(removed.before())
                    + ").";
        }
        if (outcome instanceof AssignManager.Outcome.OwnManager) {
            return "People can’t be their own manager. Nothing was changed.";
        }
        if (outcome instanceof AssignManager.Outcome.Circle circle) {
            return "That would create a reporting loop: "
                    + String.join(
                            " → ", circle.line().stream().map(Mrkdwn::person).toList())
                    + ". Nothing was changed.";
        }
        if (outcome instanceof AssignManager.Outcome.Unknown unknown) {
            return Sentences.quoted(unknown.id())
                    + " can’t be a manager here: the account is unknown or deactivated. Nothing was changed.";
        }
        return ALREADY;
    }

    static String delegate(NameDelegate.Outcome outcome, String manager, String delegate) {
        if (outcome instanceof NameDelegate.Outcome.Named) {
            return Mrkdwn.person(delegate) + " is now " + Mrkdwn.person(manager) + "’s delegate.";
        }
        if (outcome instanceof NameDelegate.Outcome.Removed) {
            return Mrkdwn.person(manager) + " no longer has a delegate.";
        }
        if (outcome instanceof NameDelegate.Outcome.Themself) {
            return "People can’t be their own delegate." + NOTHING;
        }
        return outcome instanceof NameDelegate.Outcome.NoManager
                ? "Nobody reports to " + Mrkdwn.person(manager) + " here." + NOTHING
                : ALREADY;
    }
}
