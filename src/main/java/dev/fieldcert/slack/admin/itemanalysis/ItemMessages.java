package dev.fieldcert.slack.admin.itemanalysis;

import static dev.fieldcert.slack.admin.itemanalysis.FindingText.percent;
import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import dev.fieldcert.curriculum.Dates;
import dev.fieldcert.itemanalysis.Choices;
import dev.fieldcert.itemanalysis.ItemStatistics;
import dev.fieldcert.itemanalysis.Mode;
import dev.fieldcert.itemanalysis.readmodel.CountedItem;
import dev.fieldcert.itemanalysis.readmodel.ItemFigures.Item;
import dev.fieldcert.slack.admin.AdminForms;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Renders one question: its prompt, the findings, and all statistics. */
final class ItemMessages {

    private static final int ASKED = 600;
    private static final int OPTION = 90;
    private static final int WORDINGS = 6;

    private ItemMessages() {}

    /**
     * @param counted the statistics of all wordings and modes, latest first
     * @param decides whether the reader may decide about the question
     */
    static SlackMessage item(Item item, List<CountedItem> counted, boolean decides) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(item.question().id()));
        blocks.add(text(Mrkdwn.escape(cut(item.question().ask(), ASKED))
                + (item.isWithdrawn() ? "\n_It’s quarantined: nobody new gets it._" : "")));
        item.findings()
                .forEach(finding -> blocks.add(
                        text((finding.isAlarm() ? "⚠️ " : "👀 ") + FindingText.of(finding, item.choices()))));
        ItemStatistics is = item.statistics();
        if (is.people() == 0) {
            blocks.add(text("Nobody has answered this wording yet."));
        } else {
            blocks.add(text("*" + words(item.mode()) + "*\n" + String.join("\n", Figures.lines(is))));
            if (!item.choices().options().isEmpty()) {
                blocks.add(text(options(item.choices(), is)));
            }
        }
        List<CountedItem> others =
                counted.stream().filter(each -> !item.isIn(each)).toList();
        if (!others.isEmpty()) {
            blocks.add(text("*Counted separately*\n"
                    + String.join(
                            "\n",
                            others.stream()
                                    .limit(WORDINGS)
                                    .map(each -> other(each, item))
                                    .toList())));
        }
        List<ButtonElement> buttons = new ArrayList<>();
        if (decides) {
            buttons.add(AdminForms.button("Decide about it", "item", item.path()));
        }
        buttons.add(AdminForms.button("As a picture", ItemsMessages.ACTION, item.path() + " picture"));
        buttons.add(AdminForms.button(
                "The objective",
                ItemsMessages.ACTION,
                item.course().id() + "/" + item.objective().id()));
        blocks.add(actions(buttons));
        blocks.add(
                note(
                        is.isEnough()
                                ? "Facility: mean score. Discrimination: correlation with the rest of the attempt."
                                : "Fewer than " + ItemStatistics.ENOUGH
                                        + " people: these figures can still change a lot, so look at the ranges in parentheses."));
        return SlackMessage.of(blocks);
    }

    private static String options(Choices choices, ItemStatistics is) {
        List<String> lines = new ArrayList<>();
        lines.add("*Who chose what*, and their mean score on the other questions");
        for (Choices.Choice option : choices.options()) {
            ItemStatistics.OptionShare share = is.option(option.place());
            lines.add((option.right() ? "✅ " : "▫️ ") + "*" + option.id() + "* "
                    + Mrkdwn.escape(cut(option.text().replaceAll("\\s+", " "), OPTION))
                    + (option.text().isEmpty() ? "" : " – ") + share.people() + " of " + is.people() + " ("
                    + percent((double) share.people() / is.people()) + ")"
                    + (share.rests() == 0 ? "" : ", other questions " + percent(share.rest())));
        }
        return String.join("\n", lines);
    }

    private static String other(CountedItem counted, Item item) {
        return "• " + words(counted.mode())
                + (item.isAsNow(counted)
                        ? ""
                        : ", an earlier wording, last answered "
                                + Dates.date(Instant.ofEpochSecond(counted.lastSecond())
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate()))
                + ": " + Figures.line(counted.statistics());
    }

    private static String words(Mode mode) {
        return switch (mode) {
            case CHECK -> "In the check";
            case PRACTICE -> "In practice";
            case REVIEW -> "In review questions";
        };
    }
}
