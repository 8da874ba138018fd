package dev.fieldcert.slack.blockkit;

import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/** Blocks, and a text with the same content for screen readers and notifications. */
public record SlackMessage(String text, List<LayoutBlock> blocks) {

    public SlackMessage {
        blocks = List.copyOf(blocks);
    }

    /** Derives the text from the blocks. */
    public static SlackMessage of(List<LayoutBlock> blocks) {
        return new SlackMessage(PlainText.of(blocks), blocks);
    }

    public static SlackMessage of(LayoutBlock... blocks) {
        return of(List.of(blocks));
    }

    /** The same with each picture said in words: for when Slack does not show one. */
    public SlackMessage withoutPictures() {
        return of(blocks.stream()
                .map(block -> block instanceof ImageBlock image
                        ? Blocks.note("_Picture:_ " + Mrkdwn.escape(image.getAltText()))
                        : block)
                .toList());
    }

    public boolean hasPictures() {
        return blocks.stream().anyMatch(ImageBlock.class::isInstance);
    }

    /** One section of mrkdwn. */
    public static SlackMessage note(String mrkdwn) {
        return of(Blocks.text(mrkdwn));
    }
}
