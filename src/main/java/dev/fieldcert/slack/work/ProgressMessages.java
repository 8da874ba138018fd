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
                : done > 0 ? "%,d so far".formatted(done) : "just begun";
        var words = text("⏳ *" + Mrkdwn.escape(title) + "*\n" + far);
        return id.isEmpty()
                ? SlackMessage.of(words)
                : SlackMessage.of(words, actions(button("Cancel", "work-cancel", id)));
    }

    public static SlackMessage canceling() {
        return SlackMessage.note("I'll stop after the one I am at. What is done stays done.");
    }

    static SlackMessage canceled(String title, int done) {
        return SlackMessage.note("*Canceled*: " + Mrkdwn.escape(title) + ". "
                + (done == 0 ? "Nothing had been done yet." : "%,d done, and they stay done.".formatted(done))
                + " It's safe to run it again.");
    }

    public static SlackMessage notRunning() {
        return SlackMessage.note("That is not running any more. It's safe to run it again.");
    }

    static SlackMessage alreadyOnIt(String title) {
        return SlackMessage.note("I am on it already: *" + Mrkdwn.escape(title) + "*.");
    }

    static SlackMessage tooMuch() {
        return SlackMessage.note("I am busy with other long work. Please try again in a few minutes.");
    }

    static SlackMessage failed(String title, String reference) {
        return SlackMessage.note("“" + Mrkdwn.escape(title) + "” stopped half-way: something went wrong on my side "
                + "(ref `" + reference + "`). What was done is kept; it's safe to run it again.");
    }

    public static SlackMessage inTheDm() {
        return SlackMessage.note("I'm on it. Our DM shows how far I am, and tells you when it is done.");
    }
}
