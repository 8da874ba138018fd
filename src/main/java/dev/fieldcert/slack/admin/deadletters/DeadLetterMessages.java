package dev.fieldcert.slack.admin.deadletters;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import dev.fieldcert.outbox.DeadLetter;
import dev.fieldcert.outbox.Recipient;
import dev.fieldcert.slack.admin.AdminForms;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders the messages that could not be delivered. */
public final class DeadLetterMessages {

    static final String RETRY = "dead-letter-retry";
    static final String DROP = "dead-letter-drop";
    static final int MOST = 10;
    private static final int LONGEST_REASON = 300;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("MMMM d, uuuu, HH:mm 'UTC'", Locale.US).withZone(ZoneOffset.UTC);

    private DeadLetterMessages() {}

    /**
     * A line in the admin's Home.
     *
     * @param letters how many messages could not be delivered; at least 1
     */
    public static SectionBlock waiting(long letters) {
        return text(
                "⚠️ " + messages(letters) + " couldn’t be delivered. Decide what to do with "
                        + (letters == 1 ? "it" : "them") + ".",
                button("Review " + (letters == 1 ? "it" : "them"), AdminForms.runId("dead-letters"), ""));
    }

    /** @param outcome the result of the click that redraws the list; empty if there was no click */
    static SlackMessage list(String outcome, List<DeadLetter> newest, long count) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!outcome.isEmpty()) {
            blocks.add(text(outcome));
        }
        if (newest.isEmpty()) {
            blocks.add(text("There’s nothing to decide: every message was delivered or is on its way."));
            return SlackMessage.of(blocks);
        }
        blocks.add(header(messages(count) + " couldn’t be delivered"));
        for (DeadLetter letter : newest) {
            blocks.add(text("*" + kind(letter) + "* for " + recipient(letter) + "\nCreated "
                    + WHEN.format(letter.message().createdAt()) + ", given up "
                    + WHEN.format(letter.diedAt()) + ". Reason: `" + reason(letter) + "`"));
            blocks.add(actions(button("Try again", RETRY, letter.id()), button("Drop it", DROP, letter.id())));
        }
        if (count > newest.size()) {
            blocks.add(note("These are the newest " + newest.size() + "."));
        }
        return SlackMessage.of(blocks);
    }

    private static String messages(long count) {
        return count == 1 ? "1 message" : "%,d messages".formatted(count);
    }

    /** The kind of the message in words: "Review asked" for {@code ReviewAsked}. */
    static String kind(DeadLetter letter) {
        String words =
                letter.message().kind().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String recipient(DeadLetter letter) {
        Recipient recipient = letter.message().content().recipient();
        if (recipient instanceof Recipient.Person person) {
            return Mrkdwn.person(person.id());
        }
        if (recipient instanceof Recipient.Channel channel) {
            return "<#" + channel.id() + ">";
        }
        if (recipient instanceof Recipient.Destination system) {
            return "the system `" + Mrkdwn.escape(system.id()) + "`"
                    + (letter.about().isEmpty() ? "" : ", about " + Mrkdwn.person(letter.about()));
        }
        String about = Mrkdwn.person(letter.about());
        if (recipient instanceof Recipient.Admins) {
            return "the admins, about " + about;
        }
        if (recipient instanceof Recipient.BadgeChannel) {
            return "the badge channel, about " + about;
        }
        return recipient instanceof Recipient.FeedbackChannel ? "the feedback channel, from " + about : about;
    }

    private static String reason(DeadLetter letter) {
        String reason = letter.reason().replaceAll("[`\\s]+", " ").strip();
        return Mrkdwn.escape(reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason);
    }

    static String retried(boolean done) {
        return done
                ? "I’m sending that message again. If it fails again, you’ll find it here."
                : "There was nothing to send again: someone else already did, or the recipient is gone.";
    }

    static String dropped(boolean done) {
        return done ? "That message was dropped." : "That message is already gone.";
    }
}
