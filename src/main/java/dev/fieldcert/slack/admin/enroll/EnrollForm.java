package dev.fieldcert.slack.admin.enroll;

import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.option;
import static dev.fieldcert.slack.blockkit.Blocks.plain;
import static dev.fieldcert.slack.blockkit.Blocks.select;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.MultiUsersSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.webapi.SlackDirectory.Group;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The form that enrolls people, a user group, and the members of a channel. */
final class EnrollForm {

    static final String ID = "enroll-form";
    static final String PEOPLE = "people";
    static final String GROUP = "group";
    static final String CHANNEL = "channel";
    static final String TARGET = "target";
    static final String DUE = "due";

    private static final int MENU = 100;

    private EnrollForm() {}

    /** @param groups of the workspace; Slack has no menu of them, so this brings its own, of as many as a menu holds */
    static View form(Program program, List<Group> groups) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(input(
                PEOPLE,
                "Who",
                true,
                MultiUsersSelectElement.builder()
                        .actionId(PEOPLE)
                        .maxSelectedItems(MENU)
                        .build()));
        if (!groups.isEmpty()) {
            blocks.add(input(GROUP, "And everybody in this user group", true, select("No group", GROUP, menu(groups))));
        }
        blocks.add(input(
                CHANNEL,
                "And everybody in this channel",
                true,
                ConversationsSelectElement.builder()
                        .actionId(CHANNEL)
                        .placeholder(plain("No channel"))
                        .filter(ConversationsFilter.builder()
                                .include(List.of("public", "private"))
                                .build())
                        .build()));
        blocks.add(input(
                TARGET, "In which path or course", false, select("Choose", TARGET, RosterMessages.targets(program))));
        blocks.add(input(
                DUE, "Due", true, DatePickerElement.builder().actionId(DUE).build()));
        blocks.add(note("For a group, a channel or more than %d people you first see what would happen."
                        .formatted(EnrollDryRun.AT_ONCE)
                + (groups.isEmpty() || groups.size() > MENU
                        ? " A user group that is not in the menu: `/cert-admin enroll @group <path|course>`."
                        : "")));
        return View.builder()
                .type("modal")
                .callbackId(ID)
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text("Enroll people")
                        .build())
                .submit(ViewSubmit.builder().type("plain_text").text("Enroll").build())
                .close(ViewClose.builder().type("plain_text").text("Not now").build())
                .blocks(blocks)
                .build();
    }

    private static List<OptionObject> menu(List<Group> groups) {
        return groups.stream()
                .limit(MENU)
                .map(group -> option("@" + group.handle(), group.id() + ":" + group.handle()))
                .toList();
    }

    private static InputBlock input(String id, String label, boolean optional, BlockElement element) {
        return InputBlock.builder()
                .blockId(id)
                .optional(optional)
                .label(plain(label))
                .element(element)
                .build();
    }

    /** Whom the form names; nobody and no crowd when it was left empty. */
    static RecipientResolver.Named whom(ViewSubmission form) {
        List<RecipientResolver.Recipients> recipientResolver = new ArrayList<>();
        Optional<String> group = form.input(GROUP);
        if (group.isPresent()) {
            String[] parts = group.get().split(":", 2);
            recipientResolver.add(
                    new RecipientResolver.Recipients(false, parts[0], parts.length == 2 ? "@" + parts[1] : "a group"));
        }
        form.input(CHANNEL)
                .ifPresent(id -> recipientResolver.add(new RecipientResolver.Recipients(true, id, "a channel")));
        return new RecipientResolver.Named(new LinkedHashSet<>(form.all(PEOPLE)), recipientResolver);
    }
}
