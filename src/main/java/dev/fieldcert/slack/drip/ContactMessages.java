package dev.fieldcert.slack.drip;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.option;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.OverflowMenuElement;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.drip.Snooze;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.plan.ContactContent;
import dev.fieldcert.learner.plan.DueNotice;
import dev.fieldcert.learner.plan.LearningTask;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.journey.JourneyMessages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The contact messages. The first line says what the message is about, because a lock screen shows nothing else. */
public final class ContactMessages {

    private ContactMessages() {}

    /** Returns empty if the learner has acted since the contact was decided. */
    public static Optional<SlackMessage> contact(
            Notification.Contact notification, Instant decidedAt, Learner learner, Program program, Instant now) {
        if (isOvertaken(learner, decidedAt)) {
            return Optional.empty();
        }
        Optional<LearningTask> task = notification.content().task();
        Optional<Course> course = task.map(LearningTask::course).flatMap(program::course);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(notification.content().match(new FirstLine(notification.due(), course))));
        course.flatMap(known -> learner.course(known.id()))
                .filter(CourseProgress::renewal)
                .ifPresent(renewal -> blocks.add(text(renewal(
                        renewal,
                        course.orElseThrow(),
                        When.in(learner.profile().zone(), learner.profile().locale(), now)))));
        if (isFirstContact(learner, course)) {
            blocks.add(text(welcome(
                    learner,
                    course.orElseThrow(),
                    When.in(learner.profile().zone(), learner.profile().locale(), now))));
        }
        blocks.addAll(dueDates(notification));
        String next = task.map(LearningTask::course).orElse("");
        if (notification.content() instanceof ContactContent.AskToGoOn) {
            blocks.add(actions(
                    primary("Continue", "next", next),
                    button("Pause", "pause", ""),
                    button("Stop reminding me", "stop-contacts", ""),
                    snooze(now)));
        } else {
            blocks.add(actions(primary(doIt(task), "next", next), snooze(now)));
        }
        course.ifPresent(known -> blocks.add(note(Mrkdwn.escape(known.title()))));
        return Optional.of(SlackMessage.of(blocks));
    }

    /** Whether the contact is a retrieval question, which has its own screen. */
    public static boolean isRetrieval(Notification.Contact notification) {
        return notification
                .content()
                .task()
                .filter(task -> task.kind() == LearningTask.Kind.RETRIEVAL)
                .isPresent();
    }

    /** Whether the learner has acted since the contact was decided. */
    public static boolean isOvertaken(Learner learner, Instant decidedAt) {
        Instant lastAction = learner.contact().lastAction();
        return lastAction != null && lastAction.isAfter(decidedAt);
    }

    /** What the contact says about due dates after its first line. */
    public static List<LayoutBlock> dueDates(Notification.Contact notification) {
        List<LayoutBlock> blocks = new ArrayList<>();
        // Without a task, the first due date is already in the first line.
        notification.due().stream()
                .skip(notification.content().task().isPresent() ? 0 : 1)
                .forEach(due -> blocks.add(text("📅 " + Mrkdwn.escape(DueMessages.sentence(due)))));
        for (int i = 0; i < notification.atRisk().size(); i++) {
            blocks.addAll(DueMessages.atRisk(notification.atRisk().get(i), i));
        }
        return blocks;
    }

    private static boolean isFirstContact(Learner learner, Optional<Course> course) {
        return course.flatMap(known -> learner.course(known.id()))
                .filter(progress -> progress.startedAt().isEmpty())
                .filter(progress -> !progress.enrolledBy().equals(learner.id()))
                .isPresent();
    }

    private static String renewal(CourseProgress renewal, Course course, When when) {
        return renewal.due()
                        .map(due -> "Your badge expires on *" + when.date(due) + "*.")
                        .orElse("Your badge expires soon.")
                + " Pass the check to renew it. You don’t have to repeat any lessons."
                + (renewal.keptUp().isEmpty()
                        ? ""
                        : "\n"
                                + JourneyMessages.keptUp(
                                        renewal.keptUp().size(),
                                        course.objectives().size()));
    }

    private static String welcome(Learner learner, Course course, When when) {
        CourseProgress progress = learner.course(course.id()).orElseThrow();
        return Mrkdwn.person(progress.enrolledBy()) + " enrolled you."
                + progress.due()
                        .map(due -> " It’s due on *" + when.date(due) + "*.")
                        .orElse("")
                + " It takes a few minutes at a time, right here.";
    }

    private static OverflowMenuElement snooze(Instant now) {
        return OverflowMenuElement.builder()
                .actionId("snooze")
                .options(Arrays.stream(Snooze.values())
                        .map(snooze -> option(label(snooze), snooze.name() + "|" + now.getEpochSecond()))
                        .toList())
                .build();
    }

    private static String label(Snooze snooze) {
        return switch (snooze) {
            case ONE_HOUR -> "Remind me in an hour";
            case THIS_AFTERNOON -> "Remind me this afternoon";
            case TOMORROW -> "Remind me tomorrow";
            case NEXT_WEEK -> "Remind me next week";
        };
    }

    private static String doIt(Optional<LearningTask> task) {
        return task.map(each -> switch (each.kind()) {
                    case LESSON -> "Read it";
                    case QUESTION -> "Answer it";
                    case CHECK -> "Go to the check";
                    case REVIEW -> "Try again";
                    case RETRIEVAL -> "Ask me";
                    case ASSIGNMENT, ASSIGNMENT_RETURNED -> "Continue";
                })
                .orElse("Continue");
    }

    private record FirstLine(List<DueNotice> due, Optional<Course> course) implements ContactContent.Cases<String> {

        @Override
        public String nextThing(ContactContent.NextThing content) {
            return "*Next:* " + what(content.work(), course);
        }

        @Override
        public String reminder(ContactContent.Reminder content) {
            String thing = thing(content.work());
            return switch (content.number()) {
                case 1 -> "*Still open:* " + thing;
                case 2 -> "*" + (isShort(content.work()) ? "Two" : "A few") + " minutes would do it:* " + thing;
                default -> "*Last reminder from me:* " + thing;
            };
        }

        @Override
        public String comesBack(ContactContent.ComesBack content) {
            return "*You asked me to remind you:* " + what(content.work(), course);
        }

        @Override
        public String willWait(ContactContent.WillWait content) {
            return "*I’ll wait.* " + capital(thing(content.work()))
                    + " will stay open, and I won’t bring it up until you’re back. Type `next` when you’re ready.";
        }

        @Override
        public String askToGoOn(ContactContent.AskToGoOn content) {
            return "*Continue, pause, or stop?* You haven’t worked on "
                    + course.map(known -> "“" + Mrkdwn.escape(known.title()) + "”")
                            .orElse("your certification")
                    + " in two weeks. You left off at " + thing(content.work()) + ".";
        }

        @Override
        public String dueNews(ContactContent.DueNews content) {
            return due.isEmpty()
                    ? "*A due date is coming up.*"
                    : "📅 *" + Mrkdwn.escape(DueMessages.sentence(due.get(0))) + "*";
        }
    }

    private static boolean isShort(LearningTask task) {
        return task.kind() == LearningTask.Kind.QUESTION || task.kind() == LearningTask.Kind.REVIEW;
    }

    /** The task, and for some kinds the time it takes. */
    private static String what(LearningTask task, Optional<Course> course) {
        String thing = thing(task);
        return switch (task.kind()) {
            case LESSON ->
                thing + ", about "
                        + course.flatMap(known -> minutes(known, task.title())).orElse("five") + " minutes";
            case CHECK -> thing + " is ready for you";
            case REVIEW -> thing + ", about two minutes";
            case ASSIGNMENT_RETURNED -> "your assignment came back: “" + Mrkdwn.escape(task.title()) + "”";
            case QUESTION, ASSIGNMENT, RETRIEVAL -> thing;
        };
    }

    /** The name of the task, for use in a sentence. */
    private static String thing(LearningTask task) {
        String title = Mrkdwn.escape(task.title());
        return switch (task.kind()) {
            case LESSON -> "the lesson “" + title + "”";
            case QUESTION -> "your question in “" + title + "”";
            case CHECK -> "the check for “" + title + "”";
            case REVIEW -> "another try at a few questions from “" + title + "”";
            case ASSIGNMENT, ASSIGNMENT_RETURNED -> "your assignment “" + title + "”";
            case RETRIEVAL -> "a question about “" + title + "”";
        };
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
