package dev.fieldcert.slack.admin.record;

import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Percent;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.Completion;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.PathProgress;
import dev.fieldcert.learner.Profile;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.journey.StateWords;
import java.util.ArrayList;
import java.util.List;

/** Renders one person's progress for an admin. */
final class StatusMessages {

    private static final int MOST = 30;
    private static final int PATHS = 10;
    /** The most characters that the courses may take up. Slack accepts about 13,000 in all blocks of a message. */
    private static final int ROOM = 8000;

    private StatusMessages() {}

    static SlackMessage status(Learner learner, Program program, When when) {
        if (!learner.isEnrolled() && learner.paths().isEmpty()) {
            return SlackMessage.note(Mrkdwn.person(learner.id())
                    + " isn’t enrolled in anything. To enroll them, use `/cert-admin enroll`.");
        }
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("*" + Mrkdwn.person(learner.id()) + "’s progress*\n" + about(learner.profile())));
        for (PathProgress path : learner.paths().stream().limit(PATHS).toList()) {
            blocks.add(text("Path *" + Mrkdwn.escape(Sentences.title(program, path.path())) + "*, enrolled "
                    + when.date(path.enrolledAt()) + " by " + Mrkdwn.person(path.enrolledBy())
                    + (path.due() == null ? "" : ", due *" + when.date(path.due()) + "*")
                    + (path.certificate().isPresent() ? " – certificate earned" : "")));
        }
        courses(blocks, learner, program, when);
        if (!learner.completions().isEmpty()) {
            blocks.add(text("*Finished*\n"
                    + String.join(
                            "\n",
                            learner.completions().stream()
                                    .limit(MOST)
                                    .map(completion -> completion(completion, program, when))
                                    .toList())));
        }
        if (learner.contact().decided() != null) {
            blocks.add(note("Next message: "
                    + Mrkdwn.escape(ReasonText.of(learner.contact().decided().reason(), when))));
        }
        return SlackMessage.of(blocks);
    }

    private static void courses(List<LayoutBlock> blocks, Learner learner, Program program, When when) {
        int room = ROOM;
        int left = 0;
        for (CourseProgress progress : learner.courses()) {
            String words = program.course(progress.course())
                    .map(course -> course(progress, course, when))
                    .orElse("*" + Mrkdwn.escape(progress.course()) + "* – no longer part of the program");
            room -= words.length();
            if (room < 0) {
                left++;
            } else {
                blocks.add(text(words));
            }
        }
        if (left > 0) {
            blocks.add(note("And " + Sentences.count(left, "more course", "more courses")
                    + ". To get them all, use `/cert-admin report csv`."));
        }
    }

    private static String about(Profile profile) {
        List<String> parts = new ArrayList<>();
        profile.manager().ifPresent(manager -> parts.add("manager " + Mrkdwn.person(manager)));
        if (profile.cohort() != null) {
            parts.add("cohort " + Mrkdwn.escape(profile.cohort()));
        }
        if (profile.guest()) {
            parts.add("guest");
        }
        if (profile.deactivated()) {
            parts.add("account deactivated");
        }
        return parts.isEmpty() ? "No manager, no cohort" : String.join(" · ", parts);
    }

    private static String course(CourseProgress progress, Course course, When when) {
        return "*" + Mrkdwn.escape(course.title()) + "* – " + Math.round(progress.share(course) * 100) + "%, "
                + Sentences.count(progress.attemptsLeft(course), "attempt", "attempts") + " left"
                + progress.due().map(due -> ", due *" + when.date(due) + "*").orElse("") + ", last active "
                + when.date(progress.touchedAt()) + "\n"
                + String.join(
                        "\n",
                        course.objectives().stream()
                                .map(objective -> "   `" + objective.id() + "` "
                                        + StateWords.of(progress.objective(objective.id()), objective))
                                .toList());
    }

    private static String completion(Completion completion, Program program, When when) {
        return "• " + Mrkdwn.escape(Sentences.title(program, completion.course())) + " – "
                + Percent.of(completion.score()) + "%, " + when.date(completion.completedAt());
    }
}
