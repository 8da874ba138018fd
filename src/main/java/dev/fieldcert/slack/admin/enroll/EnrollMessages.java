package dev.fieldcert.slack.admin.enroll;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Dates;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Renders what enrolling would do, and what it did. */
public final class EnrollMessages {

    private static final int WHOM = 300;

    private EnrollMessages() {}

    /**
     * @param whom the recipients in words
     * @param plan the value of the buttons; empty if nobody would be enrolled
     */
    static SlackMessage dryRun(Tally tally, String whom, String title, LocalDate due, String plan) {
        List<LayoutBlock> blocks = new ArrayList<>();
        String target = "*" + Mrkdwn.escape(title) + "*" + (due == null ? "" : ", due *" + Dates.date(due) + "*");
        if (tally.enrolled.isEmpty()) {
            blocks.add(text("Nobody to enroll: everyone in " + Mrkdwn.escape(Blocks.cut(whom, WHOM)) + " is already in "
                    + target + " or can’t be enrolled."));
        } else {
            blocks.add(header("Dry run: " + Sentences.people(tally.enrolled.size()) + " to enroll"));
            blocks.add(text("From " + Mrkdwn.escape(Blocks.cut(whom, WHOM)) + " into " + target + ": "
                    + Sentences.mentions(tally.enrolled)));
        }
        line(blocks, "Already enrolled, no change", tally.already);
        line(blocks, "Guests to be enrolled – make sure you mean them", tally.guests);
        leftOut(blocks, tally);
        if (plan.isEmpty()) {
            blocks.add(text("Nothing was changed."));
        } else {
            blocks.add(text("Nothing has changed yet. The buttons work for a day."));
            blocks.add(actions(
                    primary("Enroll " + Sentences.people(tally.enrolled.size()), "enroll-do", plan),
                    button("Cancel", "dry-run-not", plan)));
        }
        dueDatesStay(blocks, tally, due);
        return SlackMessage.of(blocks);
    }

    /** Shows what a rule would do now, and asks whether to start it. */
    public static SlackMessage dryRun(Tally tally, String title, LocalDate due, RosterMessages.Question question) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(question.title()));
        blocks.addAll(question.more());
        String target = "*" + Mrkdwn.escape(title) + "*" + (due == null ? "" : ", due *" + due + "*");
        blocks.add(text(
                tally.enrolled.isEmpty()
                        ? "It would enroll nobody now in " + target + "."
                        : "It would enroll " + Sentences.people(tally.enrolled.size()) + " now in " + target + ": "
                                + Sentences.mentions(tally.enrolled)));
        line(blocks, "Already enrolled, no change", tally.already);
        line(blocks, "Guests, skipped", tally.guests);
        leftOut(blocks, tally);
        blocks.add(text("Nothing has changed yet."));
        blocks.add(actions(
                primary(question.yes(), question.action(), question.plan()),
                button("Cancel", question.no(), question.plan())));
        return SlackMessage.of(blocks);
    }

    private static void leftOut(List<LayoutBlock> blocks, Tally tally) {
        line(blocks, "From another company, skipped", tally.strangers);
        line(blocks, "Bots, skipped", tally.bots);
        line(blocks, "Deactivated, skipped", tally.deactivated);
        line(blocks, "Not found in this workspace", tally.unknown);
    }

    private static void dueDatesStay(List<LayoutBlock> blocks, Tally tally, LocalDate due) {
        if (due != null && !tally.already.isEmpty()) {
            blocks.add(
                    note(
                            "Due dates don’t change for people who were already enrolled. To change one, use `/cert-admin due`."));
        }
    }

    static SlackMessage enrolled(Tally tally, String title, LocalDate due) {
        List<LayoutBlock> blocks = new ArrayList<>();
        String head = tally.enrolled.isEmpty()
                ? "I didn’t enroll anyone new in *" + Mrkdwn.escape(title) + "*."
                : "Enrolled " + Sentences.people(tally.enrolled.size()) + " in *" + Mrkdwn.escape(title) + "*"
                        + (due == null ? "" : ", due *" + Dates.date(due) + "*") + ": "
                        + Sentences.mentions(tally.enrolled);
        blocks.add(text(head));
        line(blocks, "Already enrolled, no change", tally.already);
        line(blocks, "Guests enrolled – make sure you meant them", tally.guests);
        leftOut(blocks, tally);
        line(blocks, "Not enrolled just now; run this again to try once more", tally.failed);
        dueDatesStay(blocks, tally, due);
        if (tally.canceled) {
            blocks.add(text("*Canceled.* I didn’t get to the rest. To enroll them, run this again."));
        }
        return SlackMessage.of(blocks);
    }

    private static void line(List<LayoutBlock> blocks, String label, List<String> ids) {
        if (!ids.isEmpty()) {
            blocks.add(text(label + " (%,d): ".formatted(ids.size()) + Sentences.mentions(ids)));
        }
    }
}
