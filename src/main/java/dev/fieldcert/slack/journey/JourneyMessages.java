package dev.fieldcert.slack.journey;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.asking;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.divider;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Dates;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Percent;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Completion;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.NextStep;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.PathProgress;
import dev.fieldcert.slack.assignment.AssignmentMessages;
import dev.fieldcert.slack.blockkit.Bar;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.quiz.QuizMessages;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The messages that show progress and the next step. */
public final class JourneyMessages {

    private JourneyMessages() {}

    /** The learner's progress and next step. */
    static SlackMessage status(Learner learner, Program program, Optional<Course> current, When when) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Your progress"));
        for (PathProgress path : learner.paths()) {
            program.path(path.path()).ifPresent(known -> blocks.add(path(learner, program, known, path, when)));
        }
        for (CourseProgress progress : learner.courses()) {
            program.course(progress.course())
                    .ifPresentOrElse(
                            course -> blocks.add(text(line(progress, course, when))),
                            () -> blocks.add(text("*" + Mrkdwn.escape(progress.course())
                                    + "* – no longer part of the program. I’ve kept your record of it.")));
        }
        if (!learner.completions().isEmpty()) {
            blocks.add(text(completions(learner, program, when)));
        }
        if (blocks.size() == 1) {
            blocks.add(text("You don’t have any courses in progress."));
        }
        current.ifPresent(course -> learner.course(course.id())
                .ifPresent(progress ->
                        blocks.add(text("*Next:* " + inWords(NextStep.of(progress, course, when.now()), when) + " _("
                                + Mrkdwn.escape(course.title()) + ")_"))));
        List<BlockElement> buttons = new ArrayList<>();
        if (current.isPresent()) {
            buttons.add(primary("What’s next?", "next", ""));
        }
        buttons.add(button("All courses", "catalog", ""));
        blocks.add(actions(buttons));
        return SlackMessage.of(blocks.size() > 48 ? blocks.subList(0, 48) : blocks);
    }

    private static LayoutBlock path(
            Learner learner, Program program, LearningPath path, PathProgress progress, When when) {
        long done = path.courses().stream()
                .filter(course -> learner.completion(course).isPresent())
                .count();
        return text("*" + Mrkdwn.escape(path.title()) + "* – " + done + " of "
                + path.courses().size() + " courses"
                + (progress.due() == null ? "" : " · due " + when.date(progress.due()))
                + certified(progress, when));
    }

    private static String certified(PathProgress progress, When when) {
        if (progress.certificate().isEmpty()) {
            return "";
        }
        return progress.certifiedUntil()
                .filter(until -> !until.isAfter(when.now()))
                .map(until -> " · 🎓 certificate lapsed on " + when.date(until))
                .orElse(" · 🎓 certified");
    }

    private static String line(CourseProgress progress, Course course, When when) {
        double share = progress.share(course);
        return "*" + Mrkdwn.escape(course.title()) + "*\n" + Bar.withVariable(share) + " · "
                + inWords(NextStep.of(progress, course, when.now()), when)
                + progress.due().map(due -> " · due " + when.date(due)).orElse("");
    }

    private static String completions(Learner learner, Program program, When when) {
        return String.join(
                "\n",
                learner.completions().stream()
                        .map(completion -> "🏅 " + title(completion, program) + " – " + Percent.of(completion.score())
                                + "%, " + when.date(completion.completedAt()))
                        .toList());
    }

    private static String title(Completion completion, Program program) {
        return Mrkdwn.escape(
                program.course(completion.course()).map(Course::title).orElse(completion.course()));
    }

    /** The next step in a few words. */
    public static String inWords(NextStep step, When when) {
        if (step instanceof NextStep.AnswerNow running) {
            return QuizMessages.place(running.attempt()) + " is waiting for you";
        }
        if (step instanceof NextStep.ReadLesson lesson) {
            return "lesson: " + Mrkdwn.escape(lesson.objective().title());
        }
        if (step instanceof NextStep.TestOutOrLearn) {
            return "take the knowledge check now, or learn first";
        }
        if (step instanceof NextStep.Review review) {
            return review.questions() == 1
                    ? "retry one question you missed"
                    : "retry " + review.questions() + " questions you missed";
        }
        if (step instanceof NextStep.TakeCheck) {
            return "ready for the check";
        }
        if (step instanceof NextStep.WaitForCheck wait) {
            return "your next attempt at the check opens " + when.moment(wait.opensAt());
        }
        if (step instanceof NextStep.Submission submission) {
            return (submission.returned() ? "assignment returned: " : "assignment to submit: ")
                    + Mrkdwn.escape(
                            submission.objective().assignment().orElseThrow().title());
        }
        if (step instanceof NextStep.WaitForReview waiting) {
            return "assignment waiting for review: "
                    + Mrkdwn.escape(
                            waiting.objective().assignment().orElseThrow().title());
        }
        return "no attempts left – ask your program admin for another one";
    }

    /** Offers the next step in a course, unless it is a lesson card or a question, which has its own screen. */
    public static SlackMessage nextUp(Course course, NextStep step, When when) {
        if (step instanceof NextStep.TakeCheck check) {
            return check(course, check);
        }
        if (step instanceof NextStep.TestOutOrLearn learnFirst) {
            return testOutOrLearn(course, learnFirst);
        }
        if (step instanceof NextStep.Review review) {
            return SlackMessage.of(
                    header("Let’s retry what you missed"),
                    text(
                            review.questions() == 1
                                    ? "You missed one question a few days ago. Try it again now to make it stick."
                                    : "You missed " + review.questions()
                                            + " questions a few days ago. Try them again now to make them stick."),
                    actions(
                            primary("Let’s go", "review", course.id()),
                            button("Skip to the check", "check", course.id())));
        }
        if (step instanceof NextStep.Submission submission) {
            return AssignmentMessages.task(course, submission.objective(), submission.returned());
        }
        return SlackMessage.of(
                header(course.title()),
                text(capital(inWords(step, when)) + "."),
                actions(button("My progress", "status", course.id()), button("All courses", "catalog", "")));
    }

    private static SlackMessage check(Course course, NextStep.TakeCheck check) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Ready for the check: " + course.title()));
        blocks.add(text("It covers:\n" + titles(check.toShow())));
        long kept = check.toShow().stream()
                .filter(objective -> check.keptUp().contains(objective.id()))
                .count();
        if (kept > 0) {
            blocks.add(text(keptUp(kept, check.toShow().size())));
        }
        blocks.addAll(List.of(
                text(howItIsDecided(course, check.toShow(), kept > 0)
                        + " You can stop anytime and pick up where you left off. You’ll get feedback at the end."),
                text(
                        check.attemptsLeft() == 1
                                ? "This is your last attempt."
                                : "You have " + check.attemptsLeft()
                                        + " attempts. Objectives you pass stay passed. If some are left, you can try again "
                                        + span(course.check().coolDown())
                                        + " later, with questions only about those. Review their lessons first."),
                actions(Stream.of(
                                Optional.of(primary("Start the check", "check", course.id())),
                                task(course),
                                Optional.of(button("Not now", "not-now", "")))
                        .flatMap(Optional::stream)
                        .toList())));
        return SlackMessage.of(blocks);
    }

    private static Optional<ButtonElement> task(Course course) {
        return course.task().map(task -> button("Practice task", "task", course.id()));
    }

    private static String titles(List<Objective> objectives) {
        return String.join(
                "\n",
                objectives.stream()
                        .map(objective -> "• " + Mrkdwn.escape(objective.title()))
                        .toList());
    }

    private static String howItIsDecided(Course course, List<Objective> asked, boolean someKeptUp) {
        int most = asked.stream()
                .mapToInt(objective -> course.rule(objective).longest())
                .sum();
        if (most == 1) {
            return "There’s just one question. To pass, get it right; a partly right answer doesn’t count.";
        }
        return "Each objective is scored separately. "
                + (someKeptUp ? "Where one right answer isn’t enough, get *" : "To pass one, get *")
                + course.check().rule().written()
                + "* questions right"
                + (someKeptUp ? " to pass" : "")
                + "; partly right answers don’t count. You’ll get up to " + most + " questions"
                + (course.check().rule().shortest() < most ? ", fewer if the result is clear sooner." : ".");
    }

    /** Tells a learner how the objectives that they kept fresh shorten a renewal. */
    public static String keptUp(long kept, long of) {
        String which = kept == of
                ? switch ((int) kept) {
                    case 1 -> "You kept this fresh";
                    case 2 -> "You kept both objectives fresh";
                    default -> "You kept all " + of + " objectives fresh";
                }
                : "You kept " + kept + " of " + of + " objectives fresh";
        return "🌱 *" + which + ".* One right answer renews " + (kept == 1 ? "it." : "each of them.");
    }

    private static String span(Duration span) {
        if (span.toHours() == 24) {
            return "a day";
        }
        if (span.toMinutes() % 60 > 0) {
            return span.toMinutes() + " minutes";
        }
        return span.toHours() % 24 > 0 ? span.toHours() + " hours" : span.toDays() + " days";
    }

    private static SlackMessage testOutOrLearn(Course course, NextStep.TestOutOrLearn step) {
        int times = course.check().testOutAttempts();
        return SlackMessage.of(
                header("Know this already? " + course.title()),
                text(
                        "Just want to take the knowledge check? Start it now. Each objective you pass is marked *tested out*, "
                                + "and I’ll skip its lessons. You can try this "
                                + (times == 1 ? "once" : times + " times")
                                + ", and it doesn’t use up an attempt at the check."),
                text(howItIsDecided(course, step.open(), false)),
                actions(
                        primary("Take the knowledge check", "test-out:all", course.id()),
                        button("Learn first", "learn", course.id())));
    }

    /** Lists a course's objectives, with a button for each that the learner can test out of. */
    static SlackMessage course(Course course, CourseProgress progress, When when) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(course.title()));
        blocks.add(text(line(progress, course, when)));
        for (Objective objective : course.objectives()) {
            String state = StateWords.of(progress.objective(objective.id()), objective);
            boolean canTestOut = !progress.objective(objective.id()).state().isThrough()
                    && progress.attempt().isEmpty()
                    && progress.testOutsLeft(course, objective) > 0;
            String words = Mrkdwn.escape(objective.title()) + "\n_" + state + "_";
            blocks.add(
                    canTestOut
                            ? text(
                                    words,
                                    asking(
                                            button(
                                                    "I know this",
                                                    "test-out:" + objective.id(),
                                                    course.id() + "|" + objective.id()),
                                            "Test out of this lesson?",
                                            progress.testOutsLeft(course, objective) == 1
                                                    ? "You get *one* try at skipping it. If you don’t pass, you take the lesson. It doesn’t use up an attempt at the check."
                                                    : "Pass these questions to skip it. If you don’t, you take the lesson. It doesn’t use up an attempt at the check.",
                                            "Start"))
                            : text(words));
        }
        blocks.add(divider());
        List<BlockElement> buttons = new ArrayList<>();
        buttons.add(primary("What’s next?", "next", course.id()));
        task(course).ifPresent(buttons::add);
        if (!course.aids().isEmpty()) {
            buttons.add(button("Job aids", "aids", course.id()));
        }
        blocks.add(actions(buttons));
        return SlackMessage.of(blocks);
    }

    static SlackMessage inTheDm() {
        return SlackMessage.note("It’s in our DM.");
    }

    static SlackMessage allDone() {
        return SlackMessage.of(
                text("You’ve finished everything you enrolled in. 🎉"), actions(button("All courses", "catalog", "")));
    }

    static SlackMessage noSuchCourse() {
        return SlackMessage.note("That course isn’t in your program. Type `/cert status` to see the ones that are.");
    }

    /** Tells a manager that a course is overdue. */
    public static SlackMessage overdue(String learnerId, Course course, LocalDate due, When when) {
        return SlackMessage.note(Mrkdwn.person(learnerId) + " hasn’t finished *" + Mrkdwn.escape(course.title())
                + "*, which was due on " + when.date(due) + ". A word from you helps more than a reminder from me.");
    }

    /** A manager's praise or nudge for a learner. */
    public static SlackMessage managerNote(Notification.ManagerNote word) {
        String own = word.words() == null ? "" : "\n" + Mrkdwn.quote(word.words());
        return SlackMessage.note(
                word.kind().equals("praise")
                        ? "👏 " + Mrkdwn.person(word.from()) + " says: *well done*!" + own
                        : "👋 " + Mrkdwn.person(word.from())
                                + " asks if you can find 10 minutes for your certification." + own
                                + "\nType `next` to continue.");
    }

    /** Tells learners that somebody else changed their record. */
    public static SlackMessage changed(Notification.Changed changed, Program program) {
        Optional<Course> course = Optional.ofNullable(changed.course()).flatMap(program::course);
        String of =
                changed.course() == null ? "" : " (" + course.map(Course::title).orElse(changed.course()) + ")";
        return SlackMessage.note(
                Mrkdwn.person(changed.by()) + ": " + Mrkdwn.escape(sentence(changed, course, program) + of));
    }

    private static String sentence(Notification.Changed changed, Optional<Course> course, Program program) {
        return switch (changed.kind()) {
            case UNENROLLED ->
                "You’re no longer enrolled in " + quoted(changed, program) + ". What you’ve earned stays yours.";
            case DUE_DATE_MOVED ->
                quoted(changed, program)
                        + (changed.due() == null
                                ? " no longer has a due date."
                                : " is now due on " + Dates.date(changed.due()) + ".");
            case DUE_DATE_KEPT -> quoted(changed, program) + " is still due on " + Dates.date(changed.due()) + ".";
            case COHORT ->
                changed.subject() == null
                        ? "You’re no longer in a cohort."
                        : "You’re now in the cohort “" + changed.subject() + "”.";
            case EXCUSED ->
                "You’ve been excused from “"
                        + course.flatMap(known -> known.objective(changed.subject()))
                                .map(Objective::title)
                                .orElse(changed.subject())
                        + "”: " + changed.reason();
            case ATTEMPT_GRANTED -> "You have one more attempt at the check.";
            case BADGE_REVOKED -> "Your badge “" + changed.subject() + "” was revoked. Reason: " + changed.reason();
            case MANAGER ->
                changed.subject() == null
                        ? "You no longer have a manager here."
                        : Mrkdwn.person(changed.subject())
                                + " is now your manager here. They see your progress and review your assignments.";
        };
    }

    private static String quoted(Notification.Changed changed, Program program) {
        return "“"
                + program.path(changed.subject())
                        .map(LearningPath::title)
                        .or(() -> program.course(changed.subject()).map(Course::title))
                        .orElse(changed.subject())
                + "”";
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
