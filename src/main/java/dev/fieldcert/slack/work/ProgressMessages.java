package dev.fieldcert.slack.work;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import dev.fieldcert.slack.blockkit.Bar;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;

/** The message that shows the progress of long work. */
public final class ProgressMessages {

    private ProgressMessages() {}

    /** @param id the id of the work, for its cancel button; empty if the work cannot be canceled yet */
    static SlackMessage working(String title, int done, int total, String id) {
        String far = total > 0
                ? Bar.of((double) done / total) + "  %,d of %,d".formatted(done, total)
                : done > 0 ? "%,d so far".formatted(done) : "just started";
        var words = text("⏳ *" + Mrkdwn.escape(title) + "*\n" + far);
        return id.isEmpty()
                ? SlackMessage.of(words)
                : SlackMessage.of(words, actions(button("Cancel", "work-cancel", id)));
    }

    public static SlackMessage canceling() {
        return SlackMessage.note("I’ll stop after this one. What’s done stays done.");
    }

    static SlackMessage canceled(String title, int done) {
        return SlackMessage.note("*Canceled*: " + Mrkdwn.escape(title) + ". "
                + (done == 0 ? "Nothing was done yet." : "%,d done, and they stay done.".formatted(done))
                + " It’s safe to run it again.");
    }

    public static SlackMessage notRunning() {
        return SlackMessage.note("That isn’t running anymore. It’s safe to run it again.");
    }

    static SlackMessage alreadyOnIt(String title) {
        return SlackMessage.note("I’m already on it: *" + Mrkdwn.escape(title) + "*.");
    }

    static SlackMessage tooMuch() {
        return SlackMessage.note("I’m busy with another long task. Please try again in a few minutes.");
    }

    static SlackMessage failed(String title, String reference) {
        return SlackMessage.note("“" + Mrkdwn.escape(title) + "” stopped partway: something went wrong on my end "
                + "(reference `" + reference + "`). What’s done stays done, and it’s safe to run it again.");
    }

    public static SlackMessage inTheDm() {
        return SlackMessage.note("I’m on it. You can see my progress in our DM, and I’ll let you know when it’s done.");
    }
}
