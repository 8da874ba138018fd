package dev.fieldcert.slack.quiz;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.learner.ItemDecision;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a learner about a decision on a question. */
public final class DecidedMessages {

    private static final int SEED = 1;

    private DecidedMessages() {}

    /** @param question the version of the question that the decision is about */
    public static SlackMessage decided(Notification.ItemDecided decided, Course course, Question question) {
        String asks = cut(Mrkdwn.of(question.prompt(SEED)).replace('\n', ' ').replace("*", ""), 200);
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text((decided.reported() ? "*You reported this question:* " : "*A question you answered:* ") + asks
                + "\n" + verdict(decided) + "\n> "
                + Mrkdwn.escape(decided.reason()).replace("\n", "\n> ")));
        String follows = follows(decided, course);
        if (!follows.isEmpty()) {
            blocks.add(text(follows));
        }
        if (decided.returned() || !decided.shown().isEmpty()) {
            blocks.add(actions(primary("What’s next?", "next", course.id())));
        }
        return SlackMessage.of(blocks);
    }

    private static String verdict(Notification.ItemDecided decided) {
        if (decided.undone()) {
            return "A decision about it was undone, along with everything it had changed. The reason:";
        }
        return switch (decided.kind()) {
            case KEEP -> "It stays as it is. Thank you for looking so closely. The reason:";
            case QUARANTINE -> "I’ve stopped asking it. Thank you for telling us. The reason:";
            case KEY -> "The answer marked right was wrong, and it’s been corrected. The reason:";
            case VARIANT -> "Another answer to it now counts as right. The reason:";
        };
    }

    private static String follows(Notification.ItemDecided decided, Course course) {
        List<String> follows = new ArrayList<>();
        if (decided.raised()) {
            follows.add(
                    decided.kind() == ItemDecision.Kind.VARIANT && !decided.undone()
                            ? "*Your answer now counts as right.*"
                            : "*Your answer now earns more points.*");
        }
        if (decided.lowered()) {
            follows.add("Your answer to it no longer counts as right.");
        }
        if (!decided.shown().isEmpty()) {
            follows.add("That means you passed "
                    + decided.shown().stream()
                            .map(id -> "*"
                                    + Mrkdwn.escape(course.objective(id)
                                            .map(Objective::title)
                                            .orElse(id))
                                    + "*")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        if (decided.earned()) {
            follows.add("That was all you needed for your badge.");
        }
        if (decided.returned()) {
            follows.add(
                    decided.undone()
                            ? "The attempt that I gave back to you counts again."
                            : "Your check should have continued, so that attempt doesn’t count. "
                                    + "You can start the next one right away.");
        }
        if (decided.lowered() && !decided.undone()) {
            follows.add("Objectives you passed stay passed, and you keep your badges.");
        }
        return String.join(" ", follows);
    }
}
