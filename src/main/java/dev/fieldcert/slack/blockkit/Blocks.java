package dev.fieldcert.slack.blockkit;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.List;

/** The block types we use. Headers, paragraphs, and labels are cut to Slack's limits. */
public final class Blocks {

    /** The maximum length of a section's text. */
    public static final int SECTION = 3000;

    private static final int HEADER = 150;
    private static final int LABEL = 75;

    private Blocks() {}

    public static HeaderBlock header(String text) {
        return HeaderBlock.builder().text(plain(cut(text, HEADER))).build();
    }

    /** A paragraph of mrkdwn. */
    public static SectionBlock text(String mrkdwn) {
        return SectionBlock.builder().text(markdown(cut(mrkdwn, SECTION))).build();
    }

    public static SectionBlock text(String mrkdwn, BlockElement accessory) {
        return SectionBlock.builder()
                .text(markdown(cut(mrkdwn, SECTION)))
                .accessory(accessory)
                .build();
    }

    /** A paragraph of small text. */
    public static ContextBlock note(String mrkdwn) {
        return ContextBlock.builder()
                .elements(List.of(markdown(cut(mrkdwn, SECTION))))
                .build();
    }

    public static LayoutBlock divider() {
        return DividerBlock.builder().build();
    }

    public static ActionsBlock actions(BlockElement... elements) {
        return actions(List.of(elements));
    }

    public static ActionsBlock actions(List<? extends BlockElement> elements) {
        return ActionsBlock.builder().elements(List.copyOf(elements)).build();
    }

    public static ButtonElement button(String label, String actionId, String value) {
        return ButtonElement.builder()
                .text(plain(cut(label, LABEL)))
                .actionId(actionId)
                .value(value.isEmpty() ? null : value)
                .build();
    }

    public static ButtonElement primary(String label, String actionId, String value) {
        return ButtonElement.builder()
                .text(plain(cut(label, LABEL)))
                .actionId(actionId)
                .value(value.isEmpty() ? null : value)
                .style("primary")
                .build();
    }

    /** Makes the button ask for confirmation, and returns it. */
    public static ButtonElement asking(ButtonElement button, String title, String question, String yes) {
        button.setConfirm(ConfirmationDialogObject.builder()
                .title(plain(title))
                .text(markdown(question))
                .confirm(plain(yes))
                .deny(plain("Cancel"))
                .build());
        return button;
    }

    /** A button for an irreversible action. */
    public static ButtonElement danger(String label, String actionId, String value) {
        ButtonElement button = button(label, actionId, value);
        button.setStyle("danger");
        return button;
    }

    public static ButtonElement link(String label, String actionId, String url) {
        return ButtonElement.builder()
                .text(plain(cut(label, LABEL)))
                .actionId(actionId)
                .url(url)
                .build();
    }

    /** A button with a short label and an accessible description. */
    public static ButtonElement lettered(String label, String meaning, String actionId, String value) {
        return ButtonElement.builder()
                .text(plain(cut(label, LABEL)))
                .accessibilityLabel(cut(meaning, LABEL))
                .actionId(actionId)
                .value(value.isEmpty() ? null : value)
                .build();
    }

    public static StaticSelectElement select(String placeholder, String actionId, List<OptionObject> options) {
        return StaticSelectElement.builder()
                .placeholder(plain(placeholder))
                .actionId(actionId)
                .options(options)
                .build();
    }

    public static OptionObject option(String label, String value) {
        return OptionObject.builder()
                .text(plain(cut(label, LABEL)))
                .value(value.isEmpty() ? null : value)
                .build();
    }

    public static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text).emoji(true).build();
    }

    public static MarkdownTextObject markdown(String text) {
        return MarkdownTextObject.builder().text(text).build();
    }

    /**
     * Shortens the text to {@code most} characters, with an ellipsis if something was cut off; never splits a
     * surrogate pair.
     */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
