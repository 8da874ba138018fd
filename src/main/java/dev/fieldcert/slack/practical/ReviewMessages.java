package dev.fieldcert.slack.practical;

import static dev.fieldcert.slack.Blocks.actions;
import static dev.fieldcert.slack.Blocks.cut;
import static dev.fieldcert.slack.Blocks.header;
import static dev.fieldcert.slack.Blocks.primary;
import static dev.fieldcert.slack.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.Fact;
import dev.fieldcert.slack.Mrkdwn;
import dev.fieldcert.slack.SlackMessage;
import java.util.ArrayList;
import java.util.List;

/** The screens of a practical, for its reviewer. */
final class ReviewMessages {

    private ReviewMessages() {}

    /** What was asked, the work, and the way to the rubric. */
    static SlackMessage asked(String learnerId, Course course, Objective objective, Fact.HandedIn work, boolean again) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header((again ? "Once more to review: " : "To review: ")
                + cut(objective.practical().orElseThrow().title(), 110)));
        blocks.add(text(Mrkdwn.person(learnerId) + " handed in version " + work.number() + " of a practical in *"
                + Mrkdwn.escape(course.title()) + "*."));
        blocks.add(text("*What was asked*\n"
                + cut(Mrkdwn.of(objective.practical().orElseThrow().instructions()), 1200)));
        blocks.add(text("*The work*\n" + cut(work(work), 2500)));
        blocks.add(actions(primary("Review", "review-work", work.id())));
        return SlackMessage.of(blocks);
    }

    static String work(Fact.HandedIn work) {
        List<String> parts = new ArrayList<>();
        if (work.text() != null && !work.text().isBlank()) {
            parts.add(Mrkdwn.escape(work.text()));
        }
        if (work.link() != null && !work.link().isBlank()) {
            parts.add(Mrkdwn.link(work.link(), work.link()));
        }
        if (!work.files().isEmpty()) {
            parts.add(work.files().size() + (work.files().size() == 1 ? " file" : " files") + " in Slack: "
                    + String.join(", ", work.files()));
        }
        return String.join("\n", parts);
    }
}
