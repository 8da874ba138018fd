package dev.fieldcert.slack.feedback;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.fieldcert.learner.contact.GiveFeedback;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.util.List;

/** The messages and the form for feedback. */
public final class FeedbackMessages {

    static final String FORM = "feedback";
    static final String TEXT = "text";

    private FeedbackMessages() {}

    static View form() {
        return View.builder()
                .type("modal")
                .callbackId(FORM)
                .title(ViewTitle.builder().type("plain_text").text("Feedback").build())
                .submit(ViewSubmit.builder().type("plain_text").text("Send").build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .blocks(List.of(InputBlock.builder()
                        .blockId(TEXT)
                        .label(Blocks.plain("What do you think of the program?"))
                        .hint(Blocks.plain("I’ll send it to the program team, with your name."))
                        .element(PlainTextInputElement.builder()
                                .actionId(TEXT)
                                .multiline(true)
                                .maxLength(GiveFeedback.LONGEST)
                                .build())
                        .build()))
                .build();
    }

    /** The message to the program's owners. The text is escaped, so nothing in it notifies anybody. */
    public static SlackMessage posted(String learnerId, String text) {
        String quoted = "> " + Mrkdwn.escape(quiet(text)).replace("\n", "\n> ");
        return SlackMessage.of(
                Blocks.text("*Feedback on the program* from " + Mrkdwn.person(learnerId)),
                Blocks.text(Blocks.cut(quoted, Blocks.SECTION)));
    }

    /** A zero-width space keeps other tools from reading "@everyone" as a mention. */
    private static String quiet(String text) {
        return text.replaceAll("@(?=(everyone|channel|here)\\b)", "@\u200b");
    }

    static SlackMessage thanks() {
        return SlackMessage.note("Thanks! I’ve sent your feedback to the program team.");
    }

    static SlackMessage empty() {
        return SlackMessage.note("Add what you think, like `/cert feedback The forecast lesson helped me`.");
    }

    static SlackMessage tooLong(int length) {
        return SlackMessage.note(
                "That’s %,d characters, and my limit is %,d. Could you shorten it or send it in parts? I didn’t send anything."
                        .formatted(length, GiveFeedback.LONGEST));
    }
}
