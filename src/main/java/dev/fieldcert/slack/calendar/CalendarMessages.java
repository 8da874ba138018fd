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
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.US);

    private CalendarMessages() {}

    /** @param linked whether the bot has a public address, so that it can offer a link */
    static SlackMessage offer(List<CalendarDay> days, boolean linked) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Your days to remember"));
        blocks.add(text(
                days.isEmpty()
                        ? "Nothing of yours has a due date or ends yet. Your calendar fills by itself when something does."
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
                        ? "A link keeps your calendar up to date. A file shows these days as they are now."
                        : "Open the file to add these days to your calendar."));
        return SlackMessage.of(blocks);
    }

    static SlackMessage link(String address) {
        return SlackMessage.of(
                text("Subscribe to this address in your calendar program:\n`" + Mrkdwn.escape(address) + "`"),
                actions(button("Get a new link", NEW_LINK, "new"), danger("Turn the link off", CLOSE, "close")),
                note(
                        "Keep it to yourself: whoever has it sees your due dates, though not your name. A new link makes this"
                                + " one useless."));
    }

    static SlackMessage closed() {
        return SlackMessage.note("Your calendar link is off. What a calendar has read already may stay there. Type"
                + " `/cert calendar` for a new one.");
    }

    static SlackMessage nothing() {
        return SlackMessage.note("You're enrolled in nothing yet, so there is no day to remember. Type `/cert` to see"
                + " what there is.");
    }
}
