package dev.fieldcert.slack.blockkit;

import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.plain;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;
import java.util.Optional;

/** Modals and their fields. Titles are cut, and menus shortened, to Slack's limits. */
public final class Forms {

    private static final int TITLE = 24;
    private static final int MENU = 100;

    private Forms() {}

    public static View.ViewBuilder modal(String callbackId, String title, String submit, List<LayoutBlock> blocks) {
        return screen(callbackId, title, "Cancel", blocks)
                .submit(ViewSubmit.builder().type("plain_text").text(submit).build());
    }

    /** A modal without a submit button. */
    public static View shown(String callbackId, String title, List<LayoutBlock> blocks) {
        return screen(callbackId, title, "Close", blocks).build();
    }

    private static View.ViewBuilder screen(String callbackId, String title, String close, List<LayoutBlock> blocks) {
        return View.builder()
                .type("modal")
                .callbackId(callbackId)
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text(cut(title, TITLE))
                        .build())
                .close(ViewClose.builder().type("plain_text").text(close).build())
                .blocks(blocks);
    }

    /**
     * A field.
     *
     * @param id the field's block id
     * @param hint shown below the field; empty if none
     */
    public static InputBlock field(String id, String label, String hint, boolean optional, BlockElement element) {
        return InputBlock.builder()
                .blockId(id)
                .label(plain(label))
                .hint(hint.isEmpty() ? null : plain(hint))
                .optional(optional)
                .element(element)
                .build();
    }

    /** A menu. The only option of a menu with one option is preselected; options beyond Slack's limit are left out. */
    public static StaticSelectElement menu(
            String actionId, String placeholder, List<OptionObject> options, Optional<String> chosen) {
        List<OptionObject> shown = options.stream().limit(MENU).toList();
        return StaticSelectElement.builder()
                .actionId(actionId)
                .placeholder(plain(placeholder))
                .options(shown)
                .initialOption(shown.stream()
                        .filter(each -> shown.size() == 1
                                || chosen.filter(each.getValue()::equals).isPresent())
                        .findFirst()
                        .orElse(null))
                .build();
    }

    /** @param chosen the person to preselect; null if none */
    public static UsersSelectElement person(String actionId, String placeholder, String chosen) {
        return UsersSelectElement.builder()
                .actionId(actionId)
                .placeholder(plain(placeholder))
                .initialUser(chosen)
                .build();
    }

    public static ConversationsSelectElement channel(String actionId, String placeholder) {
        return ConversationsSelectElement.builder()
                .actionId(actionId)
                .placeholder(plain(placeholder))
                .filter(ConversationsFilter.builder()
                        .include(List.of("public", "private"))
                        .build())
                .build();
    }

    public static DatePickerElement date(String actionId) {
        return DatePickerElement.builder().actionId(actionId).build();
    }

    /** @param now the field's current content; null if none */
    public static PlainTextInputElement text(String actionId, String now, boolean multiline, int longest) {
        return PlainTextInputElement.builder()
                .actionId(actionId)
                .initialValue(now)
                .multiline(multiline)
                .maxLength(longest)
                .build();
    }

    /** A single checkbox. */
    public static CheckboxesElement box(String actionId, String label) {
        return CheckboxesElement.builder()
                .actionId(actionId)
                .options(List.of(Blocks.option(label, "yes")))
                .build();
    }
}
