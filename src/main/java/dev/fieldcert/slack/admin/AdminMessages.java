package dev.fieldcert.slack.admin;

import static dev.fieldcert.slack.Blocks.actions;
import static dev.fieldcert.slack.Blocks.button;
import static dev.fieldcert.slack.Blocks.header;
import static dev.fieldcert.slack.Blocks.note;
import static dev.fieldcert.slack.Blocks.plain;
import static dev.fieldcert.slack.Blocks.primary;
import static dev.fieldcert.slack.Blocks.select;
import static dev.fieldcert.slack.Blocks.text;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.MultiUsersSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.fieldcert.curriculum.Programme;
import java.util.ArrayList;
import java.util.List;

/** The admin's tab in Home, and its form. */
public final class AdminMessages {

    static final String ENROL_FORM = "enrol-form";
    static final String PEOPLE = "people";
    static final String CHANNEL = "channel";
    static final String TARGET = "target";
    static final String DUE = "due";

    private AdminMessages() {}

    /** @param waiting how many have asked to be erased, counted up to a page of them */
    public static List<LayoutBlock> homeBlocks(Programme programme, long learners, int waiting, boolean quiet) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Running the programme"));
        blocks.add(text("*" + Sentences.count(learners, "learner", "learners") + "* · version "
                + ProgrammeMessages.version(programme) + " · badges are announced "
                + (quiet ? "in one round-up a day" : "one by one")));
        if (waiting > 0) {
            blocks.add(text(
                    "⚠️ " + Sentences.people(waiting) + " asked to be forgotten and "
                            + (waiting == 1 ? "waits" : "wait") + " for you.",
                    button("Look at it", "erase-open", "")));
        }
        blocks.add(
                text("*People*\nEnrol some, or open one person's record: see where they stand, move a due date, give "
                        + "an attempt, excuse, unenrol, choose their cohort, manager or role."));
        blocks.add(actions(
                primary("Enrol people", "enrol-open", ""),
                button("Enrol from a list", "roster-open", ""),
                button("A person's record", "record-open", "")));
        blocks.add(text("*Reports*\nWho stands where, a page at a time or as a file."));
        blocks.add(actions(
                button("Who stands where", "report-open", ""),
                button("Report as CSV", "report-csv", ""),
                button("Contacts due", "contacts-open", "")));
        blocks.add(text("*The programme*\nWhat is taught, who writes it, and where badges and feedback are heard."));
        blocks.add(actions(
                button("Programme", "programme-open", ""),
                button("Preview", PreviewForm.OPEN, ""),
                button("Channels", ChannelForm.OPEN, ""),
                button("Roles", "roles-open", ""),
                button("What was changed", "audit-programme", "")));
        blocks.add(note("All of it can be typed as well: `/cert-admin help`."));
        return blocks;
    }

    static View enrolForm(Programme programme) {
        return View.builder()
                .type("modal")
                .callbackId(ENROL_FORM)
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text("Enrol people")
                        .build())
                .submit(ViewSubmit.builder().type("plain_text").text("Enrol").build())
                .close(ViewClose.builder().type("plain_text").text("Not now").build())
                .blocks(List.of(
                        InputBlock.builder()
                                .blockId(PEOPLE)
                                .optional(true)
                                .label(plain("Who"))
                                .element(MultiUsersSelectElement.builder()
                                        .actionId(PEOPLE)
                                        .maxSelectedItems(100)
                                        .build())
                                .build(),
                        InputBlock.builder()
                                .blockId(CHANNEL)
                                .optional(true)
                                .label(plain("And everybody in this channel"))
                                .element(ConversationsSelectElement.builder()
                                        .actionId(CHANNEL)
                                        .placeholder(plain("No channel"))
                                        .filter(ConversationsFilter.builder()
                                                .include(List.of("public", "private"))
                                                .build())
                                        .build())
                                .build(),
                        InputBlock.builder()
                                .blockId(TARGET)
                                .label(plain("In which path or course"))
                                .element(select("Choose", TARGET, RosterMessages.targets(programme)))
                                .build(),
                        InputBlock.builder()
                                .blockId(DUE)
                                .optional(true)
                                .label(plain("Due"))
                                .element(DatePickerElement.builder()
                                        .actionId(DUE)
                                        .build())
                                .build(),
                        note("A user group: `/cert-admin enrol @group <path|course>`.")))
                .build();
    }
}
