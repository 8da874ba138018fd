package dev.fieldcert.slack.blockkit;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.ImageElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import java.util.ArrayList;
import java.util.List;

/** The readable text of blocks, in order, without the buttons. */
final class PlainText {

    /** The limit of chat.update; Slack recommends the same for chat.postMessage. */
    private static final int LONGEST = 4000;

    private PlainText() {}

    static String of(List<LayoutBlock> blocks) {
        List<String> lines = new ArrayList<>();
        blocks.forEach(block -> read(block, lines));
        String text =
                String.join("\n", lines.stream().filter(line -> !line.isBlank()).toList());
        return Blocks.cut(text, LONGEST);
    }

    private static void read(LayoutBlock block, List<String> lines) {
        if (block instanceof HeaderBlock header) {
            lines.add(plain(header.getText().getText()));
        } else if (block instanceof SectionBlock section) {
            read(section, lines);
        } else if (block instanceof ContextBlock context) {
            context.getElements().forEach(element -> {
                if (element instanceof TextObject text) {
                    lines.add(words(text));
                } else if (element instanceof ImageElement image) {
                    lines.add(plain(image.getAltText()));
                }
            });
        } else if (block instanceof ImageBlock image) {
            lines.add(plain(image.getAltText()));
        } else if (block instanceof InputBlock input) {
            lines.add(plain(input.getLabel().getText()));
            read(input.getElement(), lines);
        } else if (block instanceof ActionsBlock actions) {
            actions.getElements().forEach(element -> read(element, lines));
        }
    }

    private static void read(SectionBlock section, List<String> lines) {
        if (section.getText() != null) {
            lines.add(words(section.getText()));
        }
        if (section.getFields() != null) {
            section.getFields().forEach(field -> lines.add(words(field)));
        }
        if (section.getAccessory() != null) {
            read(section.getAccessory(), lines);
        }
    }

    private static void read(BlockElement element, List<String> lines) {
        if (element instanceof CheckboxesElement checkboxes) {
            read(checkboxes.getOptions(), lines);
        } else if (element instanceof RadioButtonsElement radios) {
            read(radios.getOptions(), lines);
        } else if (element instanceof StaticSelectElement select && select.getOptions() != null) {
            choices(select.getOptions(), lines);
        } else if (element instanceof ImageElement image) {
            lines.add(plain(image.getAltText()));
        }
    }

    private static void read(List<OptionObject> options, List<String> lines) {
        options.forEach(option -> lines.add("• " + words(option.getText())));
    }

    /** Adds a menu's choices, but only once, because a matching question offers the same ones on every line. */
    private static void choices(List<OptionObject> options, List<String> lines) {
        String choices = String.join(
                " / ", options.stream().map(option -> words(option.getText())).toList());
        if (!lines.contains(choices)) {
            lines.add(choices);
        }
    }

    private static String words(TextObject text) {
        return text instanceof PlainTextObject ? plain(text.getText()) : text.getText();
    }

    /** Escapes plain text, because Slack interprets the result as mrkdwn. */
    private static String plain(String text) {
        return text == null ? "" : Mrkdwn.escape(text);
    }
}
