package dev.fieldcert.slack.routing;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewTitle;
import dev.fieldcert.slack.blockkit.Blocks;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.webapi.AppScope;

/** What people see after an error. */
public final class ErrorMessages {

    private ErrorMessages() {}

    public static SlackMessage unexpected(String reference) {
        return SlackMessage.note("*That didn’t work, but your progress is safe.* Please try again in a moment. "
                + "If it happens again, give your program admin this reference: `" + reference + "`");
    }

    public static SlackMessage notOurs(String reference) {
        return SlackMessage.note("*I couldn’t read that.* Nothing was changed, and your progress is safe. "
                + "Type `/cert next` to continue. (Reference `" + reference + "`)");
    }

    /** Says that the form of a typed command did not open. */
    public static SlackMessage formNotOpened() {
        return SlackMessage.note("Slack didn’t open the form in time. Nothing was changed. Type your command again.");
    }

    /** Says that a button's form did not open, and offers a button that tries again. */
    public static SlackMessage formNotOpened(String actionId, String value) {
        return SlackMessage.of(
                Blocks.text("Slack didn’t open the form in time. Nothing was changed."),
                Blocks.actions(Blocks.primary("Try again", actionId, value == null ? "" : value)));
    }

    public static SlackMessage formNotFilled() {
        return SlackMessage.note(
                "Slack didn’t fill in the form. Nothing was changed. Close the form and open it again.");
    }

    /** Tells a person that the app lacks the scope for what they requested. */
    public static SlackMessage permissionMissing(String scope) {
        return SlackMessage.note("I can’t do that in this workspace: I don’t have the permission `"
                + Mrkdwn.escape(scope) + "`. I’ve told your program admins how to give it to me.");
    }

    public static SlackMessage channelOutOfReach(String what, String error) {
        return SlackMessage.note("*I can’t post in the channel for " + what + "* (Slack says `" + error + "`). "
                + "Nothing is lost: I’ll keep trying. Invite me to the channel, or choose another one with "
                + "`/cert-admin " + (what.equals("badges") ? "announce" : "feedback") + " #channel`.");
    }

    /**
     * Tells an admin what Slack refuses to let the app do.
     *
     * @param scope the missing scope; empty if the reason is a different one
     */
    public static SlackMessage appRefused(String error, String scope) {
        if (!scope.isEmpty()) {
            String without = AppScope.of(scope).flatMap(AppScope::without).orElse("Some of what I do won’t work.");
            return SlackMessage.note("*I don’t have the permission `" + Mrkdwn.escape(scope) + "` in Slack.* " + without
                    + " To change that, add the scope on the app’s page at api.slack.com/apps under "
                    + "*OAuth & Permissions*, and reinstall the app.");
        }
        if (error.equals("messages_tab_disabled")) {
            return SlackMessage.note("*I can’t message people*: the app’s Messages tab is off. Nothing is lost: I’ll "
                    + "send what’s waiting once you turn the tab on at api.slack.com/apps under *App Home*.");
        }
        return SlackMessage.note("*Slack didn’t let me in for a while* (it said `" + Mrkdwn.escape(error) + "`). "
                + "Nothing is lost: I’m now sending what was waiting. " + reason(error)
                + " If it happens again, reinstall the app at api.slack.com/apps and start me with the new token.");
    }

    private static String reason(String error) {
        return switch (error) {
            case "account_inactive" -> "The user or the workspace that my token belongs to was deactivated.";
            case "token_revoked", "invalid_auth", "not_authed" -> "My token was revoked, or it belongs to another app.";
            case "token_expired" -> "My token expired.";
            default -> "The cause is the app’s token or its settings.";
        };
    }

    /** The view that opens on top of a form that failed, with this message. */
    public static View screen(SlackMessage message) {
        return View.builder()
                .type("modal")
                .title(ViewTitle.builder().type("plain_text").text("FieldCert").build())
                .close(ViewClose.builder().type("plain_text").text("Back").build())
                .blocks(message.blocks())
                .build();
    }

    /** Asks a person to wait while the bot is overloaded. */
    public static SlackMessage oneMoment() {
        return SlackMessage.note(
                "⏳ One moment, please. I’m very busy right now, but I got your message and I’m on it.");
    }
}
