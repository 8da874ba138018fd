package dev.fieldcert.slack.admin;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.option;
import static dev.fieldcert.slack.blockkit.Blocks.plain;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionGroupObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Forms;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.ArrayList;
import java.util.List;

/** The views generated from an action's description. */
public final class AdminForms {

    static final String WHAT = "what";
    static final String SURE = "sure";
    public static final String RECORD = "admin-record";

    private AdminForms() {}

    /** The private metadata of an action's form. The person is empty if the form concerns nobody in particular. */
    record Metadata(String action, String person) {

        String toText() {
            return action + "|" + person;
        }

        static Metadata fromText(String text) {
            String[] parts = text.split("\\|", -1);
            if (parts.length != 2 || !parts[1].matches("([UW][A-Z0-9]+)?")) {
                throw new IllegalArgumentException("Not a form of ours");
            }
            return new Metadata(parts[0], parts[1]);
        }
    }

    static String id(AdminAction action) {
        return "admin-" + action.name();
    }

    /** A button that runs the action's subcommand with these words. */
    public static ButtonElement button(String label, String action, String words) {
        return Blocks.button(label, runId(action) + ":" + words.replaceAll("\\W", ""), words);
    }

    public static String runId(String action) {
        return "admin-run-" + action;
    }

    public static ButtonElement button(AdminAction action, AdminAction.HomeButton button) {
        return button.words() == null
                ? Blocks.button(button.label(), id(action), "")
                : button(button.label(), action.name(), button.words());
    }

    static String yesId(AdminAction action) {
        return "admin-yes-" + action.name();
    }

    /** @param person the person to preselect; null for nobody */
    static View record(List<AdminAction> looks, List<AdminAction> changes, String person) {
        var what = StaticSelectElement.builder()
                .actionId(WHAT)
                .placeholder(plain("Choose"))
                .optionGroups(List.of(group("See", looks), group("Change", changes)))
                .build();
        return Forms.modal(
                        RECORD,
                        "A person’s record",
                        "Next",
                        List.of(
                                Forms.field(
                                        PersonParameter.ID,
                                        "Who",
                                        "",
                                        false,
                                        Forms.person(PersonParameter.ID, "Choose someone", person)),
                                Forms.field(WHAT, "What to do", "", false, what)))
                .build();
    }

    private static OptionGroupObject group(String label, List<AdminAction> actions) {
        return OptionGroupObject.builder()
                .label(plain(label))
                .options(actions.stream()
                        .map(action -> option(action.label(), action.name()))
                        .toList())
                .build();
    }

    /** @param person the id of the person whom the form concerns; empty if none */
    static View form(AdminAction action, String person, List<LayoutBlock> fields) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!person.isEmpty()) {
            blocks.add(text("*Person:* " + Mrkdwn.person(person)));
        }
        blocks.addAll(fields);
        return Forms.modal(id(action), action.label(), action.submit(), blocks)
                .privateMetadata(new Metadata(action.name(), person).toText())
                .build();
    }

    static List<LayoutBlock> confirmed(AdminAction.Confirmation confirmation, List<LayoutBlock> fields) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text(confirmation.about()));
        blocks.addAll(fields);
        blocks.add(Forms.field(SURE, "Are you sure?", "", false, Forms.box(SURE, confirmation.box())));
        return blocks;
    }

    /** Shows a person's data, with a button that leads back to the choice of an action and a person. */
    public static View shown(String label, String person, SlackMessage message) {
        List<LayoutBlock> blocks = new ArrayList<>(message.blocks());
        blocks.add(actions(Blocks.button("Something else", RECORD, person)));
        return Forms.shown(RECORD, label, blocks);
    }

    /**
     * Shows the result of a change. There is no button back, because a form in this modal would still hold the old
     * input.
     */
    static View changed(AdminAction action, SlackMessage message) {
        return Forms.shown(id(action), action.label(), message.blocks());
    }

    /** @param words the arguments as typed words, which the confirm button sends */
    static SlackMessage sure(AdminAction action, AdminAction.Confirmation confirmation, String words) {
        return SlackMessage.of(
                text("*" + confirmation.question() + "* " + confirmation.about()),
                actions(
                        Blocks.danger(confirmation.yes(), yesId(action), words),
                        Blocks.button("Cancel", "admin-no", "")));
    }
}
