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
    static final String ALREADY = "That's already the case." + NOTHING;

    private RecordMessages() {}

    private static String bold(String words) {
        return "*" + Mrkdwn.escape(words) + "*";
    }

    static SlackMessage unenrolled(Unenroll.Outcome outcome, String person, String title) {
        if (outcome instanceof Unenroll.Outcome.Unenrolled left) {
            return SlackMessage.note(Mrkdwn.person(person) + " is not in " + bold(title) + " any more ("
                    + Sentences.count(left.courses().size(), "course", "courses")
                    + " under way ended). I’ll let them know during their work hours; what they have earned stays.");
        }
        return SlackMessage.note(Mrkdwn.person(person)
                + (outcome instanceof Unenroll.Outcome.Finished
                        ? " has finished " + bold(title) + "; that stays in the record."
                        : " is not in " + bold(title) + ".")
                + NOTHING);
    }

    static SlackMessage granted(GrantAttempt.Outcome outcome, String person, String title, Instant now) {
        if (outcome instanceof GrantAttempt.Outcome.Granted granted) {
            String opens = Optional.ofNullable(granted.opensAt())
                    .map(at -> " It opens "
                            + When.in(null, at.isAfter(now) ? now : at).moment(at) + " (UTC), after its cool-down.")
                    .orElse("");
            return SlackMessage.note(Mrkdwn.person(person) + " has "
                    + Sentences.count(granted.attemptsLeft(), "attempt", "attempts") + " left at the check of "
                    + bold(title) + "." + opens + " I’ll let them know during their work hours.");
        }
        if (outcome instanceof GrantAttempt.Outcome.OwnCourse) {
            return SlackMessage.note("Nobody gives themself another attempt: ask another admin." + NOTHING);
        }
        if (outcome instanceof GrantAttempt.Outcome.Enough enough) {
            return SlackMessage.note(Mrkdwn.person(person) + " has had " + enough.most()
                    + " extra attempts already. A talk may help more than another try." + NOTHING);
        }
        return SlackMessage.note(Mrkdwn.person(person) + " has no check of " + bold(title) + " before them." + NOTHING);
    }

    static SlackMessage moved(MoveDueDate.Outcome outcome, String person, String title, LocalDate due) {
        if (outcome instanceof MoveDueDate.Outcome.Moved moved) {
            return SlackMessage.note(bold(title) + " is "
                    + (due == null ? "no longer due on a day" : "due on *" + Dates.date(due) + "*")
                    + " for " + Mrkdwn.person(person)
                    + (moved.before() == null ? "" : " (before: " + moved.before() + ")")
                    + ". I’ll let them know during their work hours.");
        }
        return SlackMessage.note(
                outcome instanceof MoveDueDate.Outcome.Unchanged
                        ? "That is the due date already." + NOTHING
                        : Mrkdwn.person(person) + " has not got " + bold(title) + " under way." + NOTHING);
    }

    static SlackMessage excused(ExcuseObjective.Outcome outcome, String person, String course, String objective) {
        String sentence;
        if (outcome instanceof ExcuseObjective.Outcome.Excused) {
            return SlackMessage.note(
                    Mrkdwn.person(person) + " is excused from " + bold(objective) + " in " + bold(course)
                            + ". I’ll let them know why during their work hours. The check still asks about it.");
        } else if (outcome instanceof ExcuseObjective.Outcome.AlreadyThrough) {
            sentence = Mrkdwn.person(person) + " has " + bold(objective) + " behind them already.";
        } else if (outcome instanceof ExcuseObjective.Outcome.OwnCourse) {
            sentence = "Nobody excuses themself: ask another admin.";
        } else if (outcome instanceof ExcuseObjective.Outcome.NoReason) {
            sentence = "Give a reason: it is kept in the record, and the learner reads it.";
        } else if (outcome instanceof ExcuseObjective.Outcome.ReasonTooLong tooLong) {
            sentence = "A reason has at most " + ExcuseObjective.LONGEST_REASON + " characters; this has "
                    + tooLong.length() + ".";
        } else {
            sentence = Mrkdwn.person(person) + " has not got " + bold(course) + " under way.";
        }
        return SlackMessage.note(sentence + NOTHING);
    }

    static SlackMessage cohort(ChooseCohort.Outcome outcome, String person, String cohort) {
        if (outcome instanceof ChooseCohort.Outcome.AlreadySo) {
            return SlackMessage.note(ALREADY);
        }
        return SlackMessage.note(Mrkdwn.person(person)
                + (cohort == null ? " is in no cohort any more." : " is in the cohort " + bold(cohort) + " now."));
    }

    /** The result of setting a manager. */
    public static String manager(AssignManager.Outcome outcome, String learner, String manager) {
        if (outcome instanceof AssignManager.Outcome.Assigned assigned) {
            return Mrkdwn.person(learner) + " reports to " + Mrkdwn.person(manager) + " now"
                    + (assigned.before() == null ? "" : " (before: " + Mrkdwn.person(assigned.before()) + ")")
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
        return ALREADY;
    }

    static String delegate(NameDelegate.Outcome outcome, String manager, String delegate) {
        if (outcome instanceof NameDelegate.Outcome.Named) {
            return Mrkdwn.person(delegate) + " stands in for " + Mrkdwn.person(manager) + " now.";
        }
        if (outcome instanceof NameDelegate.Outcome.Removed) {
            return "Nobody stands in for " + Mrkdwn.person(manager) + " any more.";
        }
        if (outcome instanceof NameDelegate.Outcome.Themself) {
            return "Nobody stands in for themself." + NOTHING;
        }
        return outcome instanceof NameDelegate.Outcome.NoManager
                ? "Nobody reports to " + Mrkdwn.person(manager) + " here." + NOTHING
                : ALREADY;
    }
}
