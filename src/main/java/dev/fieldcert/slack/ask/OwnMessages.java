package dev.fieldcert.slack.ask;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Completion;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.NextStep;
import dev.fieldcert.learner.PathProgress;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.Reason;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers to questions about the learner's own record. */
final class OwnMessages {

    private OwnMessages() {}

    static SlackMessage attempts(Learner learner, Program program, When when) {
        List<String> lines = new ArrayList<>();
        for (CourseProgress progress : learner.courses()) {
            program.course(progress.course())
                    .flatMap(course -> attempts(course, progress, when))
                    .ifPresent(lines::add);
        }
        if (lines.isEmpty()) {
            return SlackMessage.of(
                    text("You don’t have a check to take right now. It comes after the lessons."),
                    actions(primary("What’s next?", "next", "")));
        }
        return SlackMessage.of(text(String.join("\n", lines)), actions(primary("What’s next?", "next", "")));
    }

    private static Optional<String> attempts(Course course, CourseProgress progress, When when) {
        NextStep step = NextStep.of(progress, course, when.now());
        String title = "*" + Mrkdwn.escape(course.title()) + "*: ";
        // Gives the time at which the check opens even if lessons have to be repeated first.
        Optional<Instant> opens = progress.checkOpensAt().filter(at -> at.isAfter(when.now()));
        if (opens.isPresent() && progress.attemptsLeft(course) > 0) {
            return Optional.of(title + "your next attempt opens " + when.moment(opens.get()) + "; you have "
                    + attempts(progress.attemptsLeft(course)) + " left.");
        }
        if (step instanceof NextStep.TakeCheck check) {
            return Optional.of(
                    title + "you can take the check now; you have " + attempts(check.attemptsLeft()) + " left.");
        }
        if (step instanceof NextStep.NoAttemptsLeft) {
            return Optional.of(title + "you don’t have any attempts left. Ask your program admin for another one.");
        }
        return Optional.empty();
    }

    private static String attempts(int number) {
        return number == 1 ? "one attempt" : number + " attempts";
    }

    static SlackMessage badges(Learner learner, Program program, When when) {
        List<String> lines = new ArrayList<>();
        for (PathProgress path : learner.paths()) {
            path.certificate()
                    .flatMap(earned -> program.path(path.path()))
                    .flatMap(known -> known.certificate())
                    .ifPresent(certificate -> lines.add("🎓 *" + Mrkdwn.escape(certificate.name()) + "*"));
        }
        for (Completion completion : learner.completions()) {
            lines.add(
                    "🏅 *" + Mrkdwn.escape(nameOf(completion, program)) + "* – " + when.date(completion.completedAt()));
        }
        if (lines.isEmpty()) {
            return SlackMessage.of(
                    text("You don’t have any badges yet. You earn one for each course you finish."),
                    actions(primary("What’s next?", "next", "")));
        }
        String head = lines.size() == 1 ? "You have one badge:" : "You have " + lines.size() + " badges:";
        return SlackMessage.of(
                text(head + "\n" + String.join("\n", lines) + "\nTo see their pictures and files, type `badges`."));
    }

    private static String nameOf(Completion completion, Program program) {
        return program.course(completion.course())
                .map(Course::badge)
                .map(BadgeDefinition::name)
                .orElse(completion.course());
    }

    static SlackMessage due(Learner learner, Program program, When when) {
        List<String> lines = new ArrayList<>();
        for (CourseProgress progress : learner.courses()) {
            Optional<Course> course = program.course(progress.course());
            course.flatMap(known -> progress.due())
                    .ifPresent(day -> lines.add(
                            "*" + Mrkdwn.escape(course.get().title()) + "* is due on " + when.date(day) + "."));
        }
        return SlackMessage.of(
                text(lines.isEmpty() ? "You don’t have any due dates." : String.join("\n", lines)),
                actions(primary("What’s next?", "next", "")));
    }

    static SlackMessage why(Learner learner, When when) {
        ContactState.Decided sent = learner.contact().sent();
        String words = sent == null
                ? "I haven’t messaged you on my own yet. So far, I’ve only replied."
                : "I last messaged you on my own " + when.moment(sent.at()) + ", " + reason(sent.reason()) + ".";
        return SlackMessage.of(
                text(words + " You decide when I message you, and how often."),
                actions(button("Settings", "settings", ""), button("Pause", "pause", "")));
    }

    private static String reason(Reason reason) {
        String name = reason.name() == null ? "something" : "*" + Mrkdwn.escape(reason.name()) + "*";
        return switch (reason.code()) {
            case NEXT_THING -> "because it was time for your next step: " + name;
            case REMINDER -> "because " + name + " was still open: reminder " + reason.number() + " of 3";
            case CAME_BACK -> "because you had snoozed " + name + " until then";
            case WILL_WAIT -> "to say that " + name + " will wait for you";
            case ASK_TO_GO_ON -> "to ask if you want to continue";
            case DUE_NEWS -> "because a due date was coming up";
            default -> "because something was due";
        };
    }

    static SlackMessage notALearner() {
        return SlackMessage.of(
                text("You’re not in a course yet, so there’s nothing in your record."),
                actions(primary("All courses", "catalog", "")));
    }
}
