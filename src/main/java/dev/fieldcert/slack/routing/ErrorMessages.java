package dev.fieldcert.slack.routing;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewTitle;
import dev.fieldcert.slack.blockkit.SlackMessage;

/** What people see after an internal error. */
public final class ErrorMessages {

    private ErrorMessages() {}

    public static SlackMessage unexpected(String reference) {
        return SlackMessage.note("*That did not work – but your progress is safe.* Please try again in a moment. "
                + "If it happens again, tell your program admin this reference: `" + reference + "`");
    }

    public static SlackMessage notOurs(String reference) {
        return SlackMessage.note("*I could not read that.* Nothing was changed and your progress is safe. "
                + "Type `/cert next` to go on. (Reference `" + reference + "`)");
    }

    public static SlackMessage channelOutOfReach(String what, String error) {
        return SlackMessage.note("*I cannot post " + what + " to their channel* (Slack says `" + error + "`). "
                + "Nothing is lost: I keep trying. Invite me to the channel, or choose another one with "
                + "`/cert-admin " + (what.equals("badges") ? "announce" : "feedback") + " #channel`.");
    }

    /** The view shown over a form that failed. */
    public static View screen(SlackMessage message) {
        return View.builder()
                .type("modal")
                .title(ViewTitle.builder().type("plain_text").text("FieldCert").build())
                .close(ViewClose.builder().type("plain_text").text("Back").build())
                .blocks(message.blocks())
                .build();
    }

    /** Shown while the bot is overloaded. */
    public static SlackMessage oneMoment() {
        return SlackMessage.note(
                "⏳ One moment please: a lot is going on just now. I have what you sent, and I'm on it.");
    }
}
