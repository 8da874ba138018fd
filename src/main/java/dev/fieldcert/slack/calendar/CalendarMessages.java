package dev.fieldcert.slack.calendar;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.danger;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.fieldcert.calendar.CalendarDay;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The calendar's screens. */
final class CalendarMessages {

    static final String LINK = "calendar-link";
    static final String NEW_LINK = "calendar-new-link";
    static final String CLOSE = "calendar-close";
    static final String FILE = "calendar-file";

    private static final int MOST = 15;
    private static final int TITLE = 100;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d, uuuu", Locale.US);

    private CalendarMessages() {}

    /** @param linked whether the bot has a public address, so that it can offer a link */
    static SlackMessage offer(List<CalendarDay> days, boolean linked) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Your due dates and renewals"));
        blocks.add(text(
                days.isEmpty()
                        ? "You don’t have any due dates or renewals yet. When you do, your calendar fills in automatically."
                        : String.join(
                                "\n",
                                days.stream()
                                        .limit(MOST)
                                        .map(day -> "• *" + DAY.format(day.day()) + "* – "
                                                + Mrkdwn.escape(cut(day.summary(), TITLE)))
                                        .toList())));
        List<BlockElement> buttons = new ArrayList<>();
        if (linked) {
            buttons.add(button("Get a link", LINK, "get"));
        }
        buttons.add(button("Get a file", FILE, "get"));
        blocks.add(actions(buttons));
        blocks.add(note(
                linked
                        ? "A link keeps your calendar up to date. A file contains these dates as they are now."
                        : "Open the file to add these dates to your calendar."));
        return SlackMessage.of(blocks);
    }

    static SlackMessage link(String address) {
        return SlackMessage.of(
                text("Subscribe to this address in your calendar app:\n`" + Mrkdwn.escape(address) + "`"),
                actions(button("Get a new link", NEW_LINK, "new"), danger("Turn the link off", CLOSE, "close")),
                note(
                        "Keep it to yourself: anyone who has it can see your due dates, but not your name. If you get a new"
                                + " link, this one stops working."));
    }

    static SlackMessage closed() {
        return SlackMessage.note(
                "Your calendar link is off. Dates that a calendar has already loaded may stay there. To get a"
                        + " new link, type `/cert calendar`.");
    }

    static SlackMessage nothing() {
        return SlackMessage.note(
                "You’re not enrolled in anything yet, so you don’t have any dates. To see what you can join,"
                        + " type `/cert`.");
    }
}
