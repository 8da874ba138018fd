package dev.fieldcert.slack.admin.tab;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.AdminForms;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.deadletters.DeadLetterMessages;
import dev.fieldcert.slack.admin.program.ProgramMessages;
import java.util.ArrayList;
import java.util.List;

/** Renders the admin's tab in Home. */
final class AdminMessages {

    private AdminMessages() {}

    /**
     * @param waiting number of open requests for erasure, counted up to the size of a page
     * @param undelivered number of dead letters
     */
    static List<LayoutBlock> homeBlocks(
            Program program, long learners, int waiting, boolean quiet, long undelivered, List<AdminAction> actions) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Running the program"));
        blocks.add(text("*" + Sentences.count(learners, "learner", "learners") + "* · version "
                + ProgramMessages.version(program) + " · badges are announced "
                + (quiet ? "once a day" : "one by one")));
        if (waiting > 0) {
            blocks.add(text(
                    "⚠️ " + Sentences.people(waiting) + " asked to have their data erased and "
                            + (waiting == 1 ? "is" : "are") + " waiting for you.",
                    AdminForms.button("Review the request", "erase", "")));
        }
        if (undelivered > 0) {
            blocks.add(DeadLetterMessages.waiting(undelivered));
        }
        blocks.add(text("*People*\nEnroll people, or open one person’s record to see or change it."));
        List<ButtonElement> people = new ArrayList<>(buttons(Place.PEOPLE, actions));
        people.get(0).setStyle("primary");
        people.add(button("A person’s record", AdminForms.RECORD, ""));
        blocks.add(actions(people));
        blocks.add(text("*Reports*\nEveryone’s progress, page by page or as a file."));
        blocks.add(actions(buttons(Place.REPORTS, actions)));
        questions(actions, blocks);
        blocks.add(text("*The program*\nThe courses, their authors, and where badges and feedback are posted."));
        blocks.add(actions(buttons(Place.PROGRAM, actions)));
        blocks.add(
                note(
                        "I’ll reply in *Messages*. You can also type these as commands. To see them, type `/cert-admin help`."));
        return blocks;
    }

    private static void questions(List<AdminAction> actions, List<LayoutBlock> blocks) {
        List<ButtonElement> buttons = buttons(Place.QUESTIONS, actions);
        if (!buttons.isEmpty()) {
            blocks.add(text("*Questions*\nWhat the answers say about them, and which need a look."));
            blocks.add(actions(buttons));
        }
    }

    /** The tab for authors who are not admins. */
    static List<LayoutBlock> authorBlocks(Program program, List<AdminAction> all) {
        List<AdminAction> actions =
                all.stream().filter(AdminAction::isForAuthors).toList();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Writing the courses"));
        blocks.add(text("Version " + ProgramMessages.version(program) + " is live."));
        questions(actions, blocks);
        List<ButtonElement> others = new ArrayList<>(buttons(Place.REPORTS, actions));
        others.addAll(buttons(Place.PROGRAM, actions));
        if (!others.isEmpty()) {
            blocks.add(text("*The program*\nThe courses, and what learners ask that they don’t answer."));
            blocks.add(actions(others));
        }
        blocks.add(
                note(
                        "I’ll reply in *Messages*. You can also type these as commands. To see them, type `/cert-admin help`."));
        return blocks;
    }

    private static List<ButtonElement> buttons(Place place, List<AdminAction> actions) {
        return actions.stream()
                .flatMap(action -> action.buttons().stream()
                        .filter(button -> button.place() == place)
                        .map(button -> AdminForms.button(action, button)))
                .toList();
    }
}
