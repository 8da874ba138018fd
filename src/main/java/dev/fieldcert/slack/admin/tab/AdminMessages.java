package dev.fieldcert.slack.admin.tab;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.channels.ChannelForm;
import dev.fieldcert.slack.admin.deadletters.DeadLetterMessages;
import dev.fieldcert.slack.admin.program.PreviewForm;
import dev.fieldcert.slack.admin.program.ProgramMessages;
import java.util.ArrayList;
import java.util.List;

/** The admin's tab in Home. */
final class AdminMessages {

    private AdminMessages() {}

    /**
     * @param waiting how many have asked to be erased, counted up to a page of them
     * @param undelivered how many messages were given up
     */
    static List<LayoutBlock> homeBlocks(Program program, long learners, int waiting, boolean quiet, long undelivered) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Running the program"));
        blocks.add(text("*" + Sentences.count(learners, "learner", "learners") + "* · version "
                + ProgramMessages.version(program) + " · badges are announced "
                + (quiet ? "in one round-up a day" : "one by one")));
        if (waiting > 0) {
            blocks.add(text(
                    "⚠️ " + Sentences.people(waiting) + " asked to be forgotten and "
                            + (waiting == 1 ? "waits" : "wait") + " for you.",
                    button("Look at it", "erase-open", "")));
        }
        if (undelivered > 0) {
            blocks.add(DeadLetterMessages.waiting(undelivered));
        }
        blocks.add(
                text("*People*\nEnroll some, or open one person's record: see where they stand, move a due date, give "
                        + "an attempt, excuse, unenroll, choose their cohort, manager or role, erase them."));
        blocks.add(actions(
                primary("Enroll people", "enroll-open", ""),
                button("Enroll from a list", "roster-open", ""),
                button("A person's record", "record-open", "")));
        blocks.add(text("*Reports*\nWho stands where, a page at a time or as a file."));
        blocks.add(actions(
                button("Who stands where", "report-open", ""),
                button("Report as CSV", "report-csv", ""),
                button("Contacts due", "contacts-open", "")));
        blocks.add(text("*The program*\nWhat is taught, who writes it, and where badges and feedback are heard."));
        blocks.add(actions(
                button("Program", "program-open", ""),
                button("Preview", PreviewForm.OPEN, ""),
                button("Channels", ChannelForm.OPEN, ""),
                button("Roles", "roles-open", ""),
                button("What was changed", "audit-program", "")));
        blocks.add(note("All of it can be typed as well: `/cert-admin help`."));
        return blocks;
    }
}
