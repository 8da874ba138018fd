package dev.fieldcert.slack.drip;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.option;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.OverflowMenuElement;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.drip.Snooze;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The screens of a contact: the first line says what it is, as a lock screen shows no more. */
public final class ContactMessages {

    private ContactMessages() {}

    /** Empty when the learner has done something themselves since it was decided. */
    public static Optional<SlackMessage> contact(
            Notification.Contact notification, Instant decidedAt, Learner learner, Program program, Instant now) {
        Instant lastAction = learner.contact().lastAction();
        if (lastAction != null && lastAction.isAfter(decidedAt)) {
            return Optional.empty();
        }
        Optional<Course> course = Optional.ofNullable(notification.course()).flatMap(program::course);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(firstLine(notification, course)));
        course.flatMap(known -> learner.course(known.id()))
                .filter(CourseProgress::renewal)
                .ifPresent(renewal -> blocks.add(
                        text(renewal(renewal, When.in(learner.profile().zone(), now)))));
        if (isFirstContact(learner, course)) {
            blocks.add(text(welcome(
                    learner, course.orElseThrow(), When.in(learner.profile().zone(), now))));
        }
        for (String due : dueAfterFirstLine(notification)) {
            blocks.add(text("📅 " + Mrkdwn.escape(due)));
        }
        for (int i = 0; i < notification.risks().size(); i++) {
            blocks.addAll(DueMessages.atRisk(notification.risks().get(i), i));
        }
        if (notification.kind().equals("ask-to-go-on")) {
            blocks.add(actions(
                    primary("Continue", "next", notification.course() == null ? "" : notification.course()),
                    button("Pause", "pause", ""),
                    button("Stop reminding me", "stop-contacts", ""),
                    snooze(now)));
        } else {
            blocks.add(actions(buttons(notification, now)));
        }
        course.ifPresent(known -> blocks.add(note(Mrkdwn.escape(known.title()))));
        return Optional.of(SlackMessage.of(blocks));
    }

    private static boolean isFirstContact(Learner learner, Optional<Course> course) {
        return course.flatMap(known -> learner.course(known.id()))
                .filter(progress -> progress.startedAt().isEmpty())
                .filter(progress -> !progress.enrolledBy().equals(learner.id()))
                .isPresent();
    }

    private static String renewal(CourseProgress renewal, When when) {
        return "Your badge is valid until *" + renewal.due().map(when::date).orElse("soon")
                + "*. The check alone renews it: no lessons, unless you want them.";
    }

    private static String welcome(Learner learner, Course course, When when) {
        CourseProgress progress = learner.course(course.id()).orElseThrow();
        return "You were enrolled by " + Mrkdwn.person(progress.enrolledBy())
                + progress.due()
                        .map(due -> "; it is due on *" + when.date(due) + "*")
                        .orElse("")
                + ". A few minutes at a time, right here.";
    }

    private static List<BlockElement> buttons(Notification.Contact notification, Instant now) {
        List<BlockElement> buttons = new ArrayList<>();
        buttons.add(primary(doIt(notification), "next", notification.course() == null ? "" : notification.course()));
        buttons.add(snooze(now));
        return buttons;
    }

    private static OverflowMenuElement snooze(Instant now) {
        return OverflowMenuElement.builder()
                .actionId("snooze")
                .options(Arrays.stream(Snooze.values())
                        .map(snooze -> option(snooze.label(), snooze.name() + "|" + now.getEpochSecond()))
                        .toList())
                .build();
    }

    private static String doIt(Notification.Contact notification) {
        if (notification.work() == null) {
            return "Go on";
        }
        switch (notification.work()) {
            case "LESSON":
                return "Read it";
            case "QUESTION":
                return "Answer it";
            case "CHECK":
                return "To the check";
            case "REVIEW":
                return "Look again";
            default:
                return "Go on";
        }
    }

    private static String firstLine(Notification.Contact notification, Optional<Course> course) {
        String what = what(notification, course);
        String thing = thing(notification, course);
        switch (notification.kind()) {
            case "reminder":
                return reminder(notification, thing);
            case "comes-back":
                return "*As you asked:* " + what;
            case "will-wait":
                return "*I'll wait.* " + capital(thing)
                        + " stays open, and I won't bring it up again until you are back. `next` is enough.";
            case "ask-to-go-on":
                return "*Continue, pause, or stop?* "
                        + course.map(known -> "“" + Mrkdwn.escape(known.title()) + "”")
                                .orElse("Your certification")
                        + " has been quiet for two weeks. You stopped at " + thing + ".";
            case "due":
                return notification.due().isEmpty()
                        ? "*A due date comes near.*"
                        : "📅 *" + Mrkdwn.escape(notification.due().get(0)) + "*";
            default:
                return "*Next:* " + what;
        }
    }

    private static List<String> dueAfterFirstLine(Notification.Contact notification) {
        boolean first = notification.kind().equals("due") && !notification.due().isEmpty();
        return notification.due().subList(first ? 1 : 0, notification.due().size());
    }

    private static String reminder(Notification.Contact notification, String thing) {
        switch (notification.number()) {
            case 1:
                return "*Still open:* " + thing;
            case 2:
                return "*" + (isShort(notification) ? "Two" : "A few") + " minutes would do it:* " + thing;
            default:
                return "*One last time from me:* " + thing;
        }
    }

    private static boolean isShort(Notification.Contact notification) {
        return "QUESTION".equals(notification.work()) || "REVIEW".equals(notification.work());
    }

    /** What there is to do, and what it takes. */
    private static String what(Notification.Contact notification, Optional<Course> course) {
        String thing = thing(notification, course);
        if (notification.work() == null) {
            return thing;
        }
        switch (notification.work()) {
            case "LESSON":
                return thing + ", about "
                        + course.flatMap(known -> minutes(known, notification.title()))
                                .orElse("five") + " minutes";
            case "CHECK":
                return thing + " is open for you";
            case "REVIEW":
                return thing + ", two minutes";
            case "ASSIGNMENT_RETURNED":
                return "your assignment came back: “" + Mrkdwn.escape(notification.title()) + "”";
            default:
                return thing;
        }
    }

    /** Its name alone, fit for any sentence. */
    private static String thing(Notification.Contact notification, Optional<Course> course) {
        String title = notification.title() == null ? "" : Mrkdwn.escape(notification.title());
        if (notification.work() == null) {
            return course.map(Course::title).map(Mrkdwn::escape).orElse("your certification");
        }
        switch (notification.work()) {
            case "LESSON":
                return "the lesson “" + title + "”";
            case "QUESTION":
                return "your open question in “" + title + "”";
            case "CHECK":
                return "the check of “" + title + "”";
            case "REVIEW":
                return "a second look at a few questions of “" + title + "”";
            default:
                return "your assignment “" + title + "”";
        }
    }

    private static Optional<String> minutes(Course course, String objective) {
        return course.objectives().stream()
                .filter(each -> each.title().equals(objective))
                .findFirst()
                .map(each -> String.valueOf(each.lesson().cards().size() + course.practiceQuestions()));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
