package dev.fieldcert.slack.assignment;

import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.divider;
import static dev.fieldcert.slack.blockkit.Blocks.option;
import static dev.fieldcert.slack.blockkit.Blocks.plain;
import static dev.fieldcert.slack.blockkit.Blocks.select;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.fieldcert.curriculum.Assignment;
import dev.fieldcert.curriculum.Assignment.Criterion;
import dev.fieldcert.learner.Notification.MessageRef;
import dev.fieldcert.learner.submission.ReviewSubmission;
import dev.fieldcert.learner.submission.ReviewSubmission.Look;
import dev.fieldcert.learner.submission.ReviewSubmission.Outcome;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.ViewSubmission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The modal in which a reviewer scores an assignment; it shows the task, the work, and the rubric, and asks for a
 * decision.
 */
final class ReviewForm {

    static final String ID = "review-work";
    private static final String MARK = "mark:";
    private static final String COMMENT = "comment:";
    private static final String DECISION = "decision";
    private static final String APPROVE = "approve";
    private static final int LEVEL = 300;

    private ReviewForm() {}

    static View loading() {
        return closing(List.of(text("One moment…")));
    }

    static View refused(Outcome why) {
        return closing(ReviewMessages.refused(why));
    }

    /** @param files links to the submitted files */
    static View rubric(Look.Ready ready, List<String> files, Metadata metadata) {
        Assignment assignment = ready.objective().assignment().orElseThrow();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("*" + Mrkdwn.escape(cut(assignment.title(), 150)) + "* – version "
                + ready.work().number() + " by " + Mrkdwn.person(ready.work().learner())));
        blocks.add(text("*The assignment*\n" + cut(Mrkdwn.of(assignment.instructions()), ReviewMessages.INSTRUCTIONS)));
        blocks.addAll(ReviewMessages.work(ready.work()));
        if (!files.isEmpty()) {
            blocks.add(text(String.join("\n", files)));
        }
        blocks.add(divider());
        blocks.add(text("*The rubric* – 1 to 4 points each, " + assignment.passScore() + " of " + assignment.maxPoints()
                + " to approve. For 1 or 2 points, or fewer than a criterion needs, say what would earn more. The learner "
                + "sees your comments."));
        assignment.criteria().forEach(criterion -> blocks.addAll(criterion(criterion)));
        blocks.add(decision());
        return View.builder()
                .type("modal")
                .callbackId(ID)
                .privateMetadata(metadata.toText())
                .title(ViewTitle.builder().type("plain_text").text("Review").build())
                .submit(ViewSubmit.builder().type("plain_text").text("Send").build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .blocks(blocks)
                .build();
    }

    private static List<LayoutBlock> criterion(Criterion criterion) {
        String levels = String.join(
                "\n",
                IntStream.rangeClosed(1, criterion.levels().size())
                        .mapToObj(points -> "*" + points + "* – "
                                + Mrkdwn.of(cut(criterion.levels().get(points - 1), LEVEL)))
                        .toList());
        List<OptionObject> options = IntStream.rangeClosed(1, criterion.levels().size())
                .mapToObj(points -> option(
                        points + " – " + criterion.levels().get(points - 1).replaceAll("\\s+", " "),
                        String.valueOf(points)))
                .toList();
        return List.of(
                text("*" + Mrkdwn.escape(cut(criterion.title(), 150)) + "*" + atLeast(criterion) + "\n" + levels),
                InputBlock.builder()
                        .blockId(MARK + criterion.id())
                        .label(plain("Points: " + cut(criterion.title(), 150)))
                        .element(select("1 to 4", MARK + criterion.id(), options))
                        .build(),
                InputBlock.builder()
                        .blockId(COMMENT + criterion.id())
                        .optional(true)
                        .label(plain("Comment: " + cut(criterion.title(), 150)))
                        .element(PlainTextInputElement.builder()
                                .actionId(COMMENT + criterion.id())
                                .multiline(true)
                                .maxLength(ReviewSubmission.LONGEST_COMMENT)
                                .build())
                        .build());
    }

    private static String atLeast(Criterion criterion) {
        return criterion.atLeast() == 1 ? "" : " – at least " + criterion.atLeast() + " points to approve";
    }

    private static InputBlock decision() {
        return InputBlock.builder()
                .blockId(DECISION)
                .label(plain("Your decision"))
                .element(RadioButtonsElement.builder()
                        .actionId(DECISION)
                        .options(List.of(option("Approve", APPROVE), option("Return for changes", "return")))
                        .build())
                .build();
    }

    private static View closing(List<LayoutBlock> blocks) {
        return View.builder()
                .type("modal")
                .callbackId(ID)
                .title(ViewTitle.builder().type("plain_text").text("Review").build())
                .close(ViewClose.builder().type("plain_text").text("Close").build())
                .blocks(blocks)
                .build();
    }

    /** The scores by criterion, without those that are missing or not between 1 and 4. */
    static Map<String, Integer> marks(ViewSubmission form) {
        Map<String, Integer> marks = new HashMap<>();
        form.inputs().keySet().stream()
                .filter(block -> block.startsWith(MARK))
                .forEach(block -> form.input(block)
                        .filter(points -> points.matches("[1-4]"))
                        .ifPresent(points -> marks.put(block.substring(MARK.length()), Integer.parseInt(points))));
        return marks;
    }

    static Map<String, String> comments(ViewSubmission form) {
        Map<String, String> comments = new HashMap<>();
        form.inputs().keySet().stream()
                .filter(block -> block.startsWith(COMMENT))
                .forEach(block -> form.input(block)
                        .ifPresent(text -> comments.put(
                                block.substring(COMMENT.length()), cut(text, ReviewSubmission.LONGEST_COMMENT))));
        return comments;
    }

    static boolean approves(ViewSubmission form) {
        return form.input(DECISION).filter(APPROVE::equals).isPresent();
    }

    /** The response that shows what is wrong with a review. */
    static SubmissionResponse reply(Outcome outcome) {
        if (outcome instanceof Outcome.MarksMissing missing) {
            return errors(MARK, missing.criteria(), "Choose 1 to 4 points.");
        }
        if (outcome instanceof Outcome.CommentsMissing missing) {
            return errors(COMMENT, missing.criteria(), "Say what would earn more points.");
        }
        if (outcome instanceof Outcome.CriteriaBelow below) {
            Map<String, String> errors = new HashMap<>();
            below.needed()
                    .forEach((criterion, needed) -> errors.put(
                            MARK + criterion,
                            "At least " + needed + " points are needed here to approve, whatever the total. Return it, "
                                    + "or change the score."));
            return new SubmissionResponse.Errors(errors);
        }
        if (outcome instanceof Outcome.BelowPassMark below) {
            return SubmissionResponse.error(
                    DECISION,
                    "The scores add up to " + below.points() + "; you need " + below.needed()
                            + " to approve. Return it, or change the scores.");
        }
        return SubmissionResponse.next(refused(outcome));
    }

    private static SubmissionResponse errors(String prefix, List<String> criteria, String message) {
        Map<String, String> errors = new HashMap<>();
        criteria.forEach(criterion -> errors.put(prefix + criterion, message));
        return new SubmissionResponse.Errors(errors);
    }

    /**
     * The modal's private metadata.
     *
     * @param card the message from which the modal was opened; null if it was opened elsewhere
     */
    record Metadata(String submission, MessageRef card) {

        String toText() {
            return card == null ? submission : submission + "|" + card.channel() + "|" + card.ts();
        }

        static Metadata fromText(String text) {
            String[] parts = text.split("\\|", -1);
            return new Metadata(parts[0], parts.length == 3 ? new MessageRef(parts[1], parts[2]) : null);
        }
    }
}
