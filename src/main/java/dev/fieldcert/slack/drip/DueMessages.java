package dev.fieldcert.slack.drip;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.fieldcert.curriculum.Course;
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
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The messages about a due date that cannot be met at this pace: the choices and their results. */
public final class DueMessages {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);

    private DueMessages() {}

    static String sentence(DueNotice notice) {
        String due = DAY.format(notice.due());
        if (notice.stage() == DueNotice.Stage.PASSED) {
            return notice.title() + " was due on " + due + ". It still counts: finish it when you can.";
        }
        String left = switch (notice.workingDaysLeft()) {
            case 0 -> "today is the last working day";
            case 1 -> "one working day is left after today";
            default -> notice.workingDaysLeft() + " working days are left";
        };
        return notice.title() + " is due on " + due + "; " + left + ".";
    }

    private static String sentence(DueAtRisk risk) {
        return "At this pace " + risk.title() + " will not be done by " + DAY.format(risk.due()) + ": "
                + (risk.needed() == 1 ? "one step is" : risk.needed() + " steps are")
                + " left, and there is room for " + risk.possible() + ".";
    }

    /** @param number distinguishes the buttons of several due dates in one message */
    static List<LayoutBlock> atRisk(DueAtRisk risk, int number) {
        List<BlockElement> choices = new ArrayList<>();
        if (risk.contactsADay() > 0) {
            choices.add(button(
                    "Take " + risk.contactsADay() + " messages a day",
                    DueButton.RAISE + ":" + number,
                    new DueButton(risk.courseId(), risk.due(), "" + risk.contactsADay(), "").toValue()));
        }
        if (risk.later() != null) {
            choices.add(button(
                    "Ask for " + SHORT.format(risk.later()) + " instead",
                    DueButton.LATER + ":" + number,
                    new DueButton(risk.courseId(), risk.due(), risk.later().toString(), "").toValue()));
        }
        choices.add(button(
                "Keep going as it is",
                DueButton.KEEP + ":" + number,
                new DueButton(risk.courseId(), risk.due(), "", "").toValue()));
        return List.of(text("⚠️ " + Mrkdwn.escape(sentence(risk))), actions(choices));
    }

    static SlackMessage raised(RaiseBudget.Outcome outcome, LocalDate due, When when) {
        if (outcome instanceof RaiseBudget.Outcome.Raised raised) {
            return SlackMessage.of(
                    text("👍 *" + raised.contactsADay()
                            + " messages a day from now on*, at least ten minutes apart. That’s enough for "
                            + when.date(due) + "."),
                    actions(button("Settings", "settings", "")));
        }
        if (outcome instanceof RaiseBudget.Outcome.EnoughAlready enough) {
            return SlackMessage.note("It’s already " + enough.contactsADay() + " messages a day; nothing to do.");
        }
        return settled();
    }

    static SlackMessage asked(AskForLaterDue.Outcome outcome, LocalDate wanted, When when) {
        if (outcome instanceof AskForLaterDue.Outcome.Asked asked) {
            return SlackMessage.note("👍 I ask "
                    + (asked.manager() == null ? "those who run the program" : Mrkdwn.person(asked.manager()))
                    + " for *" + when.date(wanted)
                    + "*, in their working hours. Until you hear from me the date stays as "
                    + "it is.");
        }
        if (outcome instanceof AskForLaterDue.Outcome.AskedBefore) {
            return SlackMessage.note("I have asked already. You hear from me when it is decided.");
        }
        return settled();
    }

    static SlackMessage kept(LocalDate due, When when) {
        return SlackMessage.of(
                text("👍 It stays as it is: due on " + when.date(due)
                        + ", one thing at a time. Learning ahead is always " + "possible with `next`."),
                actions(primary("What's next", "next", "")));
    }

    private static SlackMessage settled() {
        return SlackMessage.of(
                text("That is settled: the course is finished, or has another due date by now. Nothing was changed."),
                actions(primary("What's next", "next", "")));
    }

    /** To the person who may decide. */
    public static SlackMessage requested(
            Notification.LaterDueRequested request, String learner, Course course, When when) {
        String value =
                new DueButton(course.id(), request.due(), request.wanted().toString(), learner).toValue();
        return SlackMessage.of(
                text("📅 *" + Mrkdwn.person(learner) + " asks for a later due date.* “" + Mrkdwn.escape(course.title())
                        + "” is due on " + when.date(request.due()) + "; at their pace it would be done on *"
                        + when.date(request.wanted()) + "*."),
                actions(
                        primary("Move it to " + SHORT.format(request.wanted()), DueButton.AGREE, value),
                        button("Leave it as it is", DueButton.STAY, value)));
    }

    static SlackMessage answered(
            AnswerDueRequest.Outcome outcome, AnswerDueRequest.ScheduleRequest request, When when) {
        String who = Mrkdwn.person(request.learner());
        if (outcome instanceof AnswerDueRequest.Outcome.Moved moved) {
            return SlackMessage.note(
                    "👍 Moved: " + who + " has until *" + when.date(moved.to()) + "*. They’ll be told.");
        }
        if (outcome instanceof AnswerDueRequest.Outcome.Stays stays) {
            return SlackMessage.note("It stays due on *" + when.date(stays.due()) + "*. " + who + " will be told.");
        }
        if (outcome instanceof AnswerDueRequest.Outcome.NotTheirs) {
            return SlackMessage.note(
                    "Only the manager of " + who + " or an admin can decide this. Nothing was changed.");
        }
        return SlackMessage.note(
                "This is settled: it was decided before, the course is finished, or the date was moved. "
                        + "Nothing was changed.");
    }
}
