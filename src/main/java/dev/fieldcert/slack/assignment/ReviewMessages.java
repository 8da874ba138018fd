package dev.fieldcert.slack.assignment;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import dev.fieldcert.curriculum.Assignment;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.submission.ReviewSubmission.Outcome;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reviewer's screens of an assignment. */
final class ReviewMessages {

    /** The longest block of text, in characters; below Slack's limit, however Slack counts emoji. */
    private static final int PIECE = 2900;

    static final int INSTRUCTIONS = 2800;
    private static final int LINK = 500;

    private ReviewMessages() {}

    /** Asks for a review: shows the task and the work, with a button that opens the rubric. */
    static SlackMessage asked(
            String learnerId,
            Course course,
            Objective objective,
            LearnerEvent.Submitted work,
            boolean again,
            Optional<LearnerEvent.Escalated> escalated) {
        Assignment assignment = objective.assignment().orElseThrow();
        List<LayoutBlock> before = new ArrayList<>();
        before.add(header((again ? "New version to review: " : "To review: ") + cut(assignment.title(), 110)));
        before.add(text(Mrkdwn.person(learnerId) + " submitted version " + work.number() + " of an assignment in *"
                + Mrkdwn.escape(cut(course.title(), 150)) + "*."));
        escalated.ifPresent(event -> before.add(text(why(event))));
        before.add(text("*The assignment*\n" + cut(Mrkdwn.of(assignment.instructions()), INSTRUCTIONS)));
        List<LayoutBlock> blocks = new ArrayList<>(before);
        blocks.addAll(work(work));
        blocks.add(actions(primary("Review", ReviewListener.OPEN, work.id())));
        return new SlackMessage(spoken(before, work), blocks);
    }

    private static String why(LearnerEvent.Escalated escalated) {
        String reviewer = escalated.from() == null ? "Their reviewer" : Mrkdwn.person(escalated.from());
        return escalated.why() == LearnerEvent.Escalated.Why.REVIEWER_LEFT
                ? reviewer + " has left, so I’m asking you."
                : reviewer + " hasn’t gotten to it in five workdays, so I’m asking you.";
    }

    /**
     * The work as the learner wrote it, in plain-text blocks: they show everything literally and need no escaping, so
     * 3,000 characters stay 3,000.
     */
    static List<LayoutBlock> work(LearnerEvent.Submitted work) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(heading(work)));
        if (!isEmpty(work.text())) {
            pieces(work.text())
                    .forEach(piece -> blocks.add(SectionBlock.builder()
                            .text(PlainTextObject.builder()
                                    .text(piece)
                                    .emoji(false)
                                    .build())
                            .build()));
        }
        besides(work).forEach(line -> blocks.add(text(line)));
        return blocks;
    }

    private static String heading(LearnerEvent.Submitted work) {
        return "*Their work*" + (isEmpty(work.text()) ? "" : " – as text:");
    }

    private static List<String> besides(LearnerEvent.Submitted work) {
        List<String> lines = new ArrayList<>();
        if (!isEmpty(work.link())) {
            lines.add("Link: " + Mrkdwn.link(work.link(), cut(work.link(), LINK)));
        }
        if (!work.files().isEmpty()) {
            lines.add(
                    work.files().size() == 1
                            ? "1 file. Tap *Review* to open it."
                            : work.files().size() + " files. Tap *Review* to open them.");
        }
        return lines;
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isBlank();
    }

    /** The message's fallback text. It is mrkdwn, unlike the blocks with the work, so this method escapes the work. */
    private static String spoken(List<LayoutBlock> before, LearnerEvent.Submitted work) {
        return SlackMessage.of(before).text() + "\n" + heading(work) + "\n"
                + (isEmpty(work.text()) ? "" : Mrkdwn.escape(cut(work.text(), 1500)) + "\n")
                + String.join("\n", besides(work));
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + PIECE);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces.stream().filter(piece -> !piece.isBlank()).toList();
    }

    /** Replaces the card once the reviewer has decided. */
    static SlackMessage done(
            String learnerId, Objective objective, LearnerEvent.Submitted work, boolean approved, int points) {
        Assignment assignment = objective.assignment().orElseThrow();
        return SlackMessage.of(
                text((approved ? "✅ You approved version " : "↩️ You returned version ") + work.number() + " of *"
                        + Mrkdwn.escape(cut(assignment.title(), 150)) + "* by " + Mrkdwn.person(learnerId) + ": "
                        + points + " of " + assignment.maxPoints() + " points."),
                note(
                        approved
                                ? "I’ll let them know."
                                : "I’ll send them your comments, and they can resubmit. I’ll let you know when they do."));
    }

    /** Why there is nothing to review; if there is a newer version, with a button that opens it. */
    static List<LayoutBlock> refused(Outcome why) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(reason(why)));
        if (why instanceof Outcome.NewerVersion newer) {
            blocks.add(actions(button("Open version " + newer.number(), ReviewListener.HERE, newer.submission())));
        }
        return blocks;
    }

    private static String reason(Outcome why) {
        if (why instanceof Outcome.AlreadyReviewed first) {
            return Mrkdwn.person(first.by()) + " already " + (first.approved() ? "*approved*" : "*returned*")
                    + " this version. There’s nothing left to do here.";
        }
        if (why instanceof Outcome.NewerVersion newer) {
            return "There’s a newer version of this work: version " + newer.number() + ". Review that one instead.";
        }
        if (why instanceof Outcome.OwnWork) {
            return "You can’t review your own work. Your manager, their delegate, or an admin can.";
        }
        if (why instanceof Outcome.NotTheirs) {
            return "Only the learner’s manager, the manager’s delegate, or an admin can review this. Nothing was changed.";
        }
        return "This work no longer needs a review: the learner left the course, or the course has changed.";
    }
}
