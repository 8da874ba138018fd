package dev.fieldcert.slack.blockkit;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/** Blocks and the text that says the same: screen readers and lock screens know only the text. */
public record SlackMessage(String text, List<LayoutBlock> blocks) {

    public SlackMessage {
        blocks = List.copyOf(blocks);
    }

    /** The text is what the blocks say. */
    public static SlackMessage of(List<LayoutBlock> blocks) {
        return new SlackMessage(PlainText.of(blocks), blocks);
    }

    public static SlackMessage of(LayoutBlock... blocks) {
        return of(List.of(blocks));
    }

    /** One section of mrkdwn. */
    public static SlackMessage note(String mrkdwn) {
        return of(Blocks.text(mrkdwn));
    }
}
