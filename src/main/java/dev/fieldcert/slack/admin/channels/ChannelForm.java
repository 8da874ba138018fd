package dev.fieldcert.slack.admin.channels;

import static dev.fieldcert.slack.blockkit.Blocks.divider;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.option;
import static dev.fieldcert.slack.blockkit.Blocks.plain;
import static dev.fieldcert.slack.blockkit.Blocks.select;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ConversationsFilter;
import com.slack.api.model.block.element.ConversationsSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.fieldcert.slack.channels.Channels.Purpose;
import java.util.ArrayList;
import java.util.List;

/** The form in which an admin says where badges are announced, how loudly, and where feedback is heard. */
public final class ChannelForm {

    public static final String OPEN = "channels-open";
    static final String TURN = "channels-turn";
    static final String FORM = "channels-form";
    static final String MODE = "mode";
    static final String WHAT = "what";
    static final String COHORT = "cohort";
    static final String CHANNEL = "channel";
    static final String QUIET = "quiet";
    static final String OF_A_COHORT = "cohort";

    private static final int MENU = 90;

    private ChannelForm() {}

    /** @param what that is chosen so far; empty for nothing */
    static View form(ChannelMessages.Standing standing, String what) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("*Now*\n" + ChannelMessages.lines(standing)));
        OptionObject each = option("Each badge as it is earned", "each");
        OptionObject quiet = option("One round-up a day", QUIET);
        blocks.add(input(
                        MODE,
                        "Badges are announced",
                        RadioButtonsElement.builder()
                                .actionId(MODE)
                                .options(List.of(each, quiet))
                                .initialOption(standing.quiet() ? quiet : each)
                                .build())
                .build());
        blocks.add(divider());
        blocks.add(input(WHAT, "Change the channel for", select("Nothing", TURN, purposes(standing)))
                .optional(true)
                .dispatchAction(true)
                .build());
        if (what.equals(OF_A_COHORT)) {
            blocks.add(input(
                            COHORT,
                            "The cohort's name",
                            PlainTextInputElement.builder()
                                    .actionId(COHORT)
                                    .maxLength(ChooseChannel.LONGEST_COHORT)
                                    .build())
                    .build());
        }
        if (!what.isEmpty()) {
            blocks.add(input(
                            CHANNEL,
                            "Channel",
                            ConversationsSelectElement.builder()
                                    .actionId(CHANNEL)
                                    .placeholder(plain("No channel of its own"))
                                    .filter(ConversationsFilter.builder()
                                            .include(List.of("public", "private"))
                                            .build())
                                    .build())
                    .optional(true)
                    .hint(plain("I must be in it: type /invite @FieldCert there first."))
                    .build());
        }
        blocks.add(note("A cohort's channel comes first, then its path's, then the one for all badges."));
        return View.builder()
                .type("modal")
                .callbackId(FORM)
                .title(ViewTitle.builder().type("plain_text").text("Channels").build())
                .submit(ViewSubmit.builder().type("plain_text").text("Save").build())
                .close(ViewClose.builder().type("plain_text").text("Not now").build())
                .blocks(blocks)
                .build();
    }

    private static List<OptionObject> purposes(ChannelMessages.Standing standing) {
        List<OptionObject> options = new ArrayList<>();
        options.add(option("All badges", Purpose.BADGES.id()));
        standing.program().paths().stream()
                .limit(MENU)
                .forEach(path -> options.add(option(
                        "Badges of the path " + path.title(),
                        Purpose.badgesOfPath(path.id()).id())));
        options.add(option("Badges of a cohort", OF_A_COHORT));
        options.add(option("Feedback", Purpose.FEEDBACK.id()));
        return options;
    }

    private static InputBlock.InputBlockBuilder input(String id, String label, BlockElement element) {
        return InputBlock.builder().blockId(id).label(plain(label)).element(element);
    }
}
