package dev.fieldcert.slack.blockkit;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.ButtonElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Blocks, and a text with the same content for screen readers and notifications. */
public record SlackMessage(String text, List<LayoutBlock> blocks) {

    /**
     * The most characters sent as plain text in blocks. Slack has refused a message with 11,341 characters, and
     * accepted one with 9,597.
     */
    private static final int MOST_PLAIN = 9_000;

    private static final int MOST_BUTTONS = 10;

    public SlackMessage {
        blocks = List.copyOf(blocks);
    }

    /** Makes a message whose text is derived from the blocks. */
    public static SlackMessage of(List<LayoutBlock> blocks) {
        return new SlackMessage(PlainText.of(blocks), blocks);
    }

    public static SlackMessage of(LayoutBlock... blocks) {
        return of(List.of(blocks));
    }

    /** Returns the message with each picture replaced by its description, for when Slack does not show a picture. */
    public SlackMessage withoutPictures() {
        return of(blocks.stream()
                .map(block -> block instanceof ImageBlock image ? inWords(image) : block)
                .toList());
    }

    /**
     * Returns the message with other files for its pictures.
     *
     * @param other takes a file id and returns the file to show instead; if empty, the description replaces the
     *     picture. A picture at an address is always replaced by its description
     */
    public SlackMessage withPictures(Function<String, Optional<String>> other) {
        return of(blocks.stream()
                .map(block -> block instanceof ImageBlock image ? picture(image, other) : block)
                .toList());
    }

    private static LayoutBlock picture(ImageBlock image, Function<String, Optional<String>> other) {
        return Optional.ofNullable(image.getSlackFile())
                .flatMap(file -> other.apply(file.getId()))
                .<LayoutBlock>map(file -> new Picture(file, null, image.getAltText()).block())
                .orElseGet(() -> inWords(image));
    }

    private static LayoutBlock inWords(ImageBlock image) {
        return Blocks.note("_Picture:_ " + Mrkdwn.escape(image.getAltText()));
    }

    /**
     * Returns the same text without layout, followed by the buttons; menus, checkboxes and radio buttons are left out.
     */
    public SlackMessage plain() {
        List<LayoutBlock> plain = new ArrayList<>();
        for (int from = 0; from < Math.min(text.length(), MOST_PLAIN); ) {
            int to = Math.min(text.length(), from + Blocks.SECTION - 1);
            int lineEnd = to < text.length() ? text.lastIndexOf('\n', to) : to;
            to = lineEnd > from ? lineEnd : to;
            String part = text.substring(from, to).strip();
            if (!part.isEmpty()) {
                plain.add(Blocks.text(part));
            }
            from = Math.max(to, from + 1);
        }
        List<ButtonElement> buttons = safeButtons();
        if (!buttons.isEmpty()) {
            plain.add(Blocks.actions(buttons));
        }
        return plain.isEmpty() ? textOnly() : new SlackMessage(text, plain);
    }

    /** Returns the message without blocks. */
    public SlackMessage textOnly() {
        return new SlackMessage(text.isBlank() ? "…" : text, List.of());
    }

    private List<ButtonElement> safeButtons() {
        Map<String, ButtonElement> safe = new LinkedHashMap<>();
        blocks.stream()
                .flatMap(block -> block instanceof ActionsBlock actions
                        ? actions.getElements().stream()
                        : block instanceof SectionBlock section
                                ? Stream.ofNullable(section.getAccessory())
                                : Stream.empty())
                .filter(ButtonElement.class::isInstance)
                .map(ButtonElement.class::cast)
                .filter(button -> button.getText() != null
                        && !button.getText().getText().isBlank()
                        && button.getActionId() != null)
                .limit(MOST_BUTTONS)
                .forEach(button -> safe.putIfAbsent(
                        button.getActionId(),
                        button.getUrl() == null
                                ? Blocks.button(
                                        button.getText().getText(),
                                        button.getActionId(),
                                        button.getValue() == null ? "" : button.getValue())
                                : Blocks.link(button.getText().getText(), button.getActionId(), button.getUrl())));
        return List.copyOf(safe.values());
    }

    public boolean hasPictures() {
        return blocks.stream().anyMatch(ImageBlock.class::isInstance);
    }

    /** Makes a message of one section of mrkdwn. */
    public static SlackMessage note(String mrkdwn) {
        return of(Blocks.text(mrkdwn));
    }
}
