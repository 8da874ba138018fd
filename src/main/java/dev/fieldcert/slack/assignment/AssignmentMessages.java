package dev.fieldcert.slack.assignment;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.plain;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.FileInputElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.URLTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.fieldcert.curriculum.Assignment;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.slack.blockkit.Forms;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.ArrayList;
import java.util.List;

/** The learner's screens of an assignment. */
public final class AssignmentMessages {

    static final String FORM = "hand-in";
    static final String TEXT = "text";
    static final String LINK = "link";
    static final String FILES = "files";

    private AssignmentMessages() {}

    /** What the assignment asks for, how it is scored, and where to submit it. */
    public static SlackMessage task(Course course, Objective objective, boolean returned) {
        Assignment assignment = objective.assignment().orElseThrow();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header((returned ? "Try again: " : "Your assignment: ") + cut(assignment.title(), 120)));
        blocks.add(text(Mrkdwn.of(assignment.instructions())));
        blocks.add(text("*How it’s scored* – you need " + assignment.passScore() + " of " + assignment.maxPoints()
                + " points, 1 to 4 for each of these:\n"
                + String.join(
                        "\n",
                        assignment.criteria().stream()
                                .map(criterion -> "• *" + Mrkdwn.escape(criterion.title()) + "*"
                                        + (criterion.atLeast() == 1
                                                ? ""
                                                : ", at least " + criterion.atLeast() + " points"))
                                .toList())));
        String which = course.id() + "|" + objective.id();
        blocks.add(actions(primary("Submit", "hand-in", which), button("How points are awarded", "rubric", which)));
        blocks.add(note("Your manager or another reviewer looks at it. You’ll earn the badge once they approve it."));
        return SlackMessage.of(blocks);
    }

    /** All levels of each criterion, best first. */
    static View rubric(Objective objective) {
        List<LayoutBlock> blocks = new ArrayList<>();
        for (Assignment.Criterion criterion :
                objective.assignment().orElseThrow().criteria()) {
            StringBuilder levels = new StringBuilder("*" + Mrkdwn.escape(criterion.title()) + "*"
                    + (criterion.atLeast() == 1 ? "" : " (at least " + criterion.atLeast() + " points)"));
            for (int points = criterion.levels().size(); points > 0; points--) {
                levels.append("\n*")
                        .append(points)
                        .append("*  ")
                        .append(Mrkdwn.of(criterion.levels().get(points - 1)));
            }
            blocks.add(text(levels.toString()));
        }
        return Forms.shown("rubric", "How points are awarded", blocks);
    }

    static View form(Objective objective, String metadata) {
        return View.builder()
                .type("modal")
                .callbackId(FORM)
                .privateMetadata(metadata)
                .title(ViewTitle.builder().type("plain_text").text("Submit").build())
                .submit(ViewSubmit.builder().type("plain_text").text("Submit").build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .blocks(List.of(
                        text("*"
                                + Mrkdwn.escape(
                                        objective.assignment().orElseThrow().title())
                                + "*\nAdd your work as text, a link, or files. You need at least one."),
                        InputBlock.builder()
                                .blockId(TEXT)
                                .optional(true)
                                .label(plain("Your work"))
                                .element(PlainTextInputElement.builder()
                                        .actionId(TEXT)
                                        .multiline(true)
                                        .maxLength(3000)
                                        .build())
                                .build(),
                        InputBlock.builder()
                                .blockId(LINK)
                                .optional(true)
                                .label(plain("Link"))
                                .hint(plain("Make sure your reviewer can open it."))
                                .element(URLTextInputElement.builder()
                                        .actionId(LINK)
                                        .build())
                                .build(),
                        InputBlock.builder()
                                .blockId(FILES)
                                .optional(true)
                                .label(plain("Files"))
                                .element(FileInputElement.builder()
                                        .actionId(FILES)
                                        .maxFiles(5)
                                        .build())
                                .build()))
                .build();
    }

    public static SlackMessage submitted(Course course, Objective objective, int number) {
        return SlackMessage.of(
                header("📨 Submitted: "
                        + cut(objective.assignment().orElseThrow().title(), 120)),
                text("Version " + number
                        + " is saved and *waiting for review*. I’ll let you know as soon as your reviewer has "
                        + "looked at it. Until then, you can keep going with the rest."),
                actions(primary("What’s next?", "next", ""), button("My progress", "status", course.id())));
    }

    /** The result of a review: points, comments, and the next step. */
    static SlackMessage reviewed(Course course, Objective objective, LearnerEvent.Reviewed review) {
        Assignment assignment = objective.assignment().orElseThrow();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header((review.approved() ? "✅ Approved: " : "↩️ Returned: ") + cut(assignment.title(), 120)));
        blocks.add(text(Mrkdwn.person(review.by()) + " gave it *" + review.points() + " of " + assignment.maxPoints()
                + "* points. You need " + assignment.passScore() + "."));
        assignment.criteria().forEach(criterion -> blocks.add(text(mark(criterion, review))));
        if (!review.approved()) {
            blocks.add(text("Use the comments to improve it, then submit it again. I keep every version."));
            blocks.add(actions(primary("Submit again", "hand-in", course.id() + "|" + objective.id())));
        } else {
            blocks.add(actions(primary("What’s next?", "next", "")));
        }
        return SlackMessage.of(blocks);
    }

    private static String mark(Assignment.Criterion criterion, LearnerEvent.Reviewed review) {
        String comment = review.comments().get(criterion.id());
        return "• *" + Mrkdwn.escape(criterion.title()) + "*: " + review.marks().get(criterion.id()) + " of 4"
                + (comment == null || comment.isBlank() ? "" : " – " + Mrkdwn.escape(cut(comment, 400)));
    }

    static SlackMessage again() {
        return SlackMessage.note("You’ve already submitted that version. It’s waiting for your reviewer.");
    }

    static SlackMessage approved() {
        return SlackMessage.note("This assignment is already approved. There’s nothing left to submit.");
    }

    static SlackMessage notThere() {
        return SlackMessage.note(
                "That assignment is no longer in your program. Type `/cert status` to see your courses.");
    }
}
