package dev.fieldcert.slack.journey;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.danger;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.learner.enrollment.Unenroll;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The screens for leaving a path or a course. */
final class LeaveMessages {

    static final String ASK = "leave";
    static final String YES = "leave-yes";
    static final String NO = "leave-no";

    private static final int MOST = 20;

    private LeaveMessages() {}

    /** @param underWay titles by id of the paths and courses in progress */
    static SlackMessage choose(Map<String, String> underWay) {
        if (underWay.isEmpty()) {
            return SlackMessage.note("You’re not enrolled in anything, so there’s nothing to leave.");
        }
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("*What would you like to leave?*"));
        underWay.entrySet().stream()
                .limit(MOST)
                .forEach(each -> blocks.add(text(
                        Mrkdwn.escape(each.getValue()), button("Leave", ASK + ":" + each.getKey(), each.getKey()))));
        return SlackMessage.of(blocks);
    }

    static SlackMessage ask(String target, String title) {
        return SlackMessage.of(
                text("*Leave “" + Mrkdwn.escape(title)
                        + "”?* You’ll lose your place in what you haven’t finished. Badges "
                        + "you’ve earned and your past answers stay on record, and you can enroll again anytime."),
                actions(danger("Leave", YES, target), button("Stay", NO, "")));
    }

    static SlackMessage left(Unenroll.Outcome outcome, String title) {
        if (outcome instanceof Unenroll.Outcome.Unenrolled) {
            return SlackMessage.of(
                    text("You’ve left *" + Mrkdwn.escape(title) + "*. What you’ve earned stays yours."),
                    actions(button("All courses", "catalog", "")));
        }
        return SlackMessage.note(
                outcome instanceof Unenroll.Outcome.Finished
                        ? "You’ve finished *" + Mrkdwn.escape(title) + "*; that stays on your record."
                        : "You’re not in *" + Mrkdwn.escape(title) + "*.");
    }

    static SlackMessage stayed() {
        return SlackMessage.note("Nothing has changed. Type `next` to continue.");
    }
}
