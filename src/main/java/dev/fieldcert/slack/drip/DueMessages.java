package dev.fieldcert.slack.drip;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Dates;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.enrollment.AnswerDueRequest;
import dev.fieldcert.learner.enrollment.AskForLaterDue;
import dev.fieldcert.learner.plan.DueAtRisk;
import dev.fieldcert.learner.plan.DueNotice;
import dev.fieldcert.learner.preferences.RaiseBudget;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The messages about a due date that the learner cannot meet at the current pace: the choices and their results. */
public final class DueMessages {

    private DueMessages() {}

    static String sentence(DueNotice notice) {
        String due = Dates.weekday(notice.due());
        if (notice.stage() == DueNotice.Stage.PASSED) {
            return notice.title() + " was due on " + due + ". It still counts: finish it when you can.";
        }
        String left = switch (notice.workingDaysLeft()) {
            case 0 -> "Today is the last workday";
            case 1 -> "You have one workday left after today";
            default -> "You have " + notice.workingDaysLeft() + " workdays left";
        };
        return notice.title() + " is due on " + due + ". " + left + ".";
    }

    private static String sentence(DueAtRisk risk) {
        return "At this pace, you won’t finish " + risk.title() + " by " + Dates.weekday(risk.due()) + ": you have "
                + (risk.needed() == 1 ? "one step" : risk.needed() + " steps")
                + " left, and time for " + (risk.possible() == 0 ? "none" : "only " + risk.possible()) + ".";
    }

    /** @param number distinguishes the buttons of several due dates in one message; 0-based */
    static List<LayoutBlock> atRisk(DueAtRisk risk, int number) {
        List<BlockElement> choices = new ArrayList<>();
        if (risk.contactsADay() > 0) {
            choices.add(button(
                    "Get " + risk.contactsADay() + " messages a day",
                    DueButton.RAISE + ":" + number,
                    new DueButton(risk.courseId(), risk.due(), "" + risk.contactsADay(), "").toValue()));
        }
        if (risk.later() != null) {
            choices.add(button(
                    "Ask for " + Dates.brief(risk.later()) + " instead",
                    DueButton.LATER + ":" + number,
                    new DueButton(risk.courseId(), risk.due(), risk.later().toString(), "").toValue()));
        }
        choices.add(button(
                "Leave it as is",
                DueButton.KEEP + ":" + number,
                new DueButton(risk.courseId(), risk.due(), "", "").toValue()));
        return List.of(text("⚠️ " + Mrkdwn.escape(sentence(risk))), actions(choices));
    }

    static SlackMessage raised(RaiseBudget.Outcome outcome, LocalDate due, When when) {
        if (outcome instanceof RaiseBudget.Outcome.Raised raised) {
            return SlackMessage.of(
                    text("👍 *You’ll get " + raised.contactsADay()
                            + " messages a day from now on*, at least 10 minutes apart. That’s enough to finish by "
                            + when.date(due) + "."),
                    actions(button("Settings", "settings", "")));
        }
        if (outcome instanceof RaiseBudget.Outcome.EnoughAlready enough) {
            return SlackMessage.note(
                    "You already get " + enough.contactsADay() + " messages a day, so there’s nothing to do.");
        }
        return settled();
    }

    static SlackMessage asked(AskForLaterDue.Outcome outcome, LocalDate wanted, When when) {
        if (outcome instanceof AskForLaterDue.Outcome.Asked asked) {
            return SlackMessage.note("👍 I’ll ask "
                    + (asked.manager() == null ? "the program admins" : Mrkdwn.person(asked.manager()))
                    + ", during their work hours, to move the due date to *" + when.date(wanted)
                    + "*. Until you hear from me, it stays as it is.");
        }
        if (outcome instanceof AskForLaterDue.Outcome.AskedBefore) {
            return SlackMessage.note("I’ve already asked. I’ll let you know when it’s decided.");
        }
        return settled();
    }

    static SlackMessage kept(LocalDate due, When when) {
        return SlackMessage.of(
                text("👍 It’s still due on " + when.date(due) + ". To get ahead, type `next` anytime."),
                actions(primary("What’s next?", "next", "")));
    }

    private static SlackMessage settled() {
        return SlackMessage.of(
                text(
                        "There’s nothing left to decide: the course is finished, or its due date has moved. Nothing was changed."),
                actions(primary("What’s next?", "next", "")));
    }

    /** Asks the person who may decide for a later due date. */
    public static SlackMessage requested(
            Notification.LaterDueRequested request, String learner, Course course, When when) {
        String value =
                new DueButton(course.id(), request.due(), request.wanted().toString(), learner).toValue();
        return SlackMessage.of(
                text("📅 *" + Mrkdwn.person(learner) + " is asking for a later due date.* “"
                        + Mrkdwn.escape(course.title())
                        + "” is due on " + when.date(request.due()) + ". At their pace, they’ll finish by *"
                        + when.date(request.wanted()) + "*."),
                actions(
                        primary("Move it to " + Dates.brief(request.wanted()), DueButton.AGREE, value),
                        button("Leave it as is", DueButton.STAY, value)));
    }

    static SlackMessage answered(
            AnswerDueRequest.Outcome outcome, AnswerDueRequest.ScheduleRequest request, When when) {
        String who = Mrkdwn.person(request.learner());
        if (outcome instanceof AnswerDueRequest.Outcome.Moved moved) {
            return SlackMessage.note(
                    "👍 Moved: " + who + " now has until *" + when.date(moved.to()) + "*. I’ll let them know.");
        }
        if (outcome instanceof AnswerDueRequest.Outcome.Stays stays) {
            return SlackMessage.note("It’s still due on *" + when.date(stays.due()) + "*. I’ll let " + who + " know.");
        }
        if (outcome instanceof AnswerDueRequest.Outcome.NotTheirs) {
            return SlackMessage.note("Only " + who + "’s manager or an admin can decide this. Nothing was changed.");
        }
        return SlackMessage.note(
                "There’s nothing left to decide: someone already answered, the course is finished, or the date has "
                        + "moved. Nothing was changed.");
    }
}
