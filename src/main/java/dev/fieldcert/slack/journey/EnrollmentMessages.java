package dev.fieldcert.slack.journey;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import java.util.ArrayList;
import java.util.List;

/** The messages about enrolling: what is offered, and what the learner is enrolled in. */
public final class EnrollmentMessages {

    private EnrollmentMessages() {}

    /** Welcomes a person who is not enrolled in anything. */
    public static SlackMessage notEnrolled(Program program) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Welcome to field certification"));
        blocks.add(text("Short lessons and knowledge checks, right here in our DM: a few minutes between calls. "
                + "You earn a badge for each course. Where would you like to start?"));
        blocks.addAll(offers(program));
        blocks.add(actions(button("How this works", "how", "")));
        return SlackMessage.of(blocks);
    }

    /** Explains how the parts fit together, and what to type. */
    static SlackMessage howItWorks() {
        return SlackMessage.of(
                header("How this works"),
                text("""
                        *1. Lessons* are short: a few minutes each.
                        *2. Practice* follows each lesson. It doesn’t count toward the badge, and you’ll retry what you miss.
                        *3. The check* covers the whole course and does count. If you don’t pass, I’ll tell you when you can try again.
                        *4. A badge* is yours when you pass the check. Some courses also have an assignment that your manager approves.
                        *5. Reminders* only come during your work hours. You choose when, how often, and when to pause them."""),
                text("""
                        *Try these here.* In other channels, start with `/cert`, like `/cert next`:
                        • `next` – continue · `status` – your progress · `enroll` – all courses
                        • `pause until Monday` · `remind me at 2 pm` · `settings`
                        • Managers: `team` – your team’s progress
                        • Program admins: `/cert-admin help`"""),
                actions(primary("What’s next?", "next", ""), button("All commands", "help", "")));
    }

    /** Everything a learner can enroll in. */
    static SlackMessage catalog(Program program) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(program.title()));
        blocks.addAll(offers(program));
        blocks.add(note("To enroll in just one course, type `/cert enroll "
                + program.courses().get(0).id() + "`."));
        return SlackMessage.of(blocks);
    }

    private static List<LayoutBlock> offers(Program program) {
        List<LayoutBlock> blocks = new ArrayList<>();
        for (LearningPath path : program.paths()) {
            String courses = String.join(
                    "\n",
                    program.coursesOf(path).stream()
                            .map(course -> "• " + Mrkdwn.escape(course.title())
                                    + (course.coming() ? " _(coming soon)_" : "") + asksFor(course))
                            .toList());
            blocks.add(
                    text("*" + Mrkdwn.escape(path.title()) + "*\n" + Mrkdwn.escape(path.summary()) + "\n" + courses));
            List<BlockElement> buttons = new ArrayList<>();
            if (path.certificate().isPresent()) {
                buttons.add(primary("Enroll in the path", "enroll:" + path.id(), path.id()));
            } else {
                for (Course course : program.coursesOf(path)) {
                    if (!course.coming()) {
                        buttons.add(button("Enroll: " + course.title(), "enroll:" + course.id(), course.id()));
                    }
                }
            }
            if (!buttons.isEmpty()) {
                blocks.add(actions(buttons));
            }
        }
        return blocks;
    }

    /** Names a course's assignments in the catalog, because they take more than a few minutes. */
    private static String asksFor(Course course) {
        List<String> assignments = course.objectives().stream()
                .flatMap(objective -> objective.assignment().stream())
                .map(assignment -> "“" + Mrkdwn.escape(assignment.title()) + "”")
                .toList();
        return assignments.isEmpty() ? "" : " – includes an assignment: " + String.join(", ", assignments);
    }

    /** Reports the result of an enrollment. */
    static SlackMessage enrolled(EnrollLearner.Outcome outcome, Program program) {
        if (outcome instanceof EnrollLearner.Outcome.Enrolled enrolled) {
            return SlackMessage.note("You’re enrolled in *" + Mrkdwn.escape(enrolled.title())
                    + "*. Your first lesson is in our DM: about a minute per card.");
        }
        if (outcome instanceof EnrollLearner.Outcome.AlreadyEnrolled already) {
            return SlackMessage.of(
                    text("You’re already enrolled in *" + Mrkdwn.escape(already.title()) + "*."),
                    actions(primary("What’s next?", "next", "")));
        }
        if (outcome instanceof EnrollLearner.Outcome.NotYetPublished coming) {
            return SlackMessage.note("*" + Mrkdwn.escape(coming.title()) + "* isn’t ready yet, so I can’t enroll you.");
        }
        return SlackMessage.of(
                text("I don’t know a path or course by that name. Here’s what there is:"), text(names(program)));
    }

    private static String names(Program program) {
        List<String> names = new ArrayList<>();
        program.paths().forEach(path -> names.add("`" + path.id() + "` – " + Mrkdwn.escape(path.title())));
        program.courses().forEach(course -> names.add("`" + course.id() + "` – " + Mrkdwn.escape(course.title())));
        return String.join("\n", names);
    }

    /** Tells learners that somebody else enrolled them. */
    public static SlackMessage welcome(Notification.Welcome notification, Program program, When when) {
        String what = notification.path() == null
                ? String.join(
                        ", ",
                        notification.courses().stream()
                                .flatMap(id -> program.course(id).map(Course::title).stream())
                                .toList())
                : program.path(notification.path()).map(LearningPath::title).orElse(notification.path());
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("You’re enrolled: " + what));
        blocks.add(text(Mrkdwn.person(notification.by())
                + " enrolled you. You’ll get short lessons and questions in this DM, a few minutes each."
                + (notification.due() == null ? "" : " It’s due on *" + when.date(notification.due()) + "*.")));
        blocks.add(actions(primary("Start", "next", ""), button("How this works", "how", "")));
        return SlackMessage.of(blocks);
    }
}
