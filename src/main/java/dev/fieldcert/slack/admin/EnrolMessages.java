package dev.fieldcert.slack.admin;

import static dev.fieldcert.slack.Blocks.note;
import static dev.fieldcert.slack.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.slack.Mrkdwn;
import dev.fieldcert.slack.SlackMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How enrolling people went. */
final class EnrolMessages {

    private EnrolMessages() {}

    static SlackMessage enrolled(Tally tally, String title, LocalDate due) {
        List<LayoutBlock> blocks = new ArrayList<>();
        String head = tally.enrolled.isEmpty()
                ? "Nobody new in *" + Mrkdwn.escape(title) + "*."
                : "Enrolled " + Sentences.people(tally.enrolled.size()) + " in *" + Mrkdwn.escape(title) + "*"
                        + (due == null ? "" : ", due *" + due + "*") + ": " + Sentences.mentions(tally.enrolled);
        blocks.add(text(head));
        line(blocks, "In it already, left as they are", tally.already);
        line(blocks, "Guests among the enrolled – check that they are meant", tally.guests);
        line(blocks, "Bots, skipped", tally.bots);
        line(blocks, "Deactivated, skipped", tally.deactivated);
        line(blocks, "Not found in this workspace", tally.unknown);
        if (due != null && !tally.already.isEmpty()) {
            blocks.add(note("Due dates of those who were in already did not move: `/cert-admin due` moves one."));
        }
        if (tally.cancelled) {
            blocks.add(text("*Cancelled.* The rest was not looked at; doing it again picks them up."));
        }
        return SlackMessage.of(blocks);
    }

    private static void line(List<LayoutBlock> blocks, String label, List<String> ids) {
        if (!ids.isEmpty()) {
            blocks.add(text(label + " (%,d): ".formatted(ids.size()) + Sentences.mentions(ids)));
        }
    }
}
