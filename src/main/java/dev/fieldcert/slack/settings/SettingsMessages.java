package dev.fieldcert.slack.settings;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.option;
import static dev.fieldcert.slack.blockkit.Blocks.plain;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.TimePickerElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.fieldcert.learner.Preferences;
import dev.fieldcert.learner.memory.RetrievalPace;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.blockkit.ZoneWords;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** The messages and the form for settings. */
public final class SettingsMessages {

    static final String FORM = "settings";
    static final String HOUR = "hour";
    static final String DAYS = "days";
    static final String BUDGET = "budget";
    static final String COUNTRY = "country";
    static final String DAYS_OFF = "days-off";
    static final String RETRIEVAL = "retrieval";
    static final String OPTIONS = "options";
    static final String ANNOUNCE = "announce";
    static final String PUBLIC_NAME = "public-name";
    static final String CONFIDENCE = "confidence";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private SettingsMessages() {}

    /** @param zone the learner's time zone in Slack; null if unknown */
    static View form(Preferences now, String zone, LocalDate today, String metadata) {
        return View.builder()
                .type("modal")
                .callbackId(FORM)
                .privateMetadata(metadata)
                .title(ViewTitle.builder().type("plain_text").text("Settings").build())
                .submit(ViewSubmit.builder().type("plain_text").text("Save").build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .blocks(List.of(
                        input(
                                HOUR,
                                "When should I message you?",
                                ZoneWords.doubt(zone)
                                        .map(doubt -> doubt.replace("*", ""))
                                        .orElseGet(() -> "In your own time zone, " + ZoneWords.of(zone)
                                                + ", as Slack knows it. It moves with you when you travel."),
                                false,
                                TimePickerElement.builder()
                                        .actionId(HOUR)
                                        .initialTime(TIME.format(now.hour()))
                                        .build()),
                        input(DAYS, "On which days?", null, false, days(now.days())),
                        input(
                                BUDGET,
                                "Maximum messages per day",
                                "Across all your courses. When you type or tap something, I always answer right away.",
                                false,
                                budget(now.budget())),
                        input(
                                COUNTRY,
                                "Your country, for public holidays",
                                "A name or a code, like Germany or DE. Some regions work, too, like DE-BY.",
                                true,
                                PlainTextInputElement.builder()
                                        .actionId(COUNTRY)
                                        .initialValue(now.country())
                                        .maxLength(60)
                                        .build()),
                        input(
                                DAYS_OFF,
                                "Days off",
                                "One day or range per line: December 24 – January 2",
                                true,
                                PlainTextInputElement.builder()
                                        .actionId(DAYS_OFF)
                                        .multiline(true)
                                        .initialValue(DaysOffText.write(now.daysOff(), today))
                                        .maxLength(2000)
                                        .build()),
                        input(
                                RETRIEVAL,
                                "Review questions after you earn a badge",
                                "They keep your knowledge fresh until renewal, and count toward your daily limit.",
                                false,
                                retrieval(now.retrieval())),
                        input(OPTIONS, "Also", null, true, options(now))))
                .build();
    }

    private static InputBlock input(String id, String label, String hint, boolean optional, BlockElement element) {
        return InputBlock.builder()
                .blockId(id)
                .label(plain(label))
                .hint(hint == null ? null : plain(hint))
                .optional(optional)
                .element(element)
                .build();
    }

    private static CheckboxesElement days(Set<DayOfWeek> chosen) {
        List<OptionObject> options = Arrays.stream(DayOfWeek.values())
                .map(day -> option(name(day), Integer.toString(day.getValue())))
                .toList();
        List<OptionObject> initial = Arrays.stream(DayOfWeek.values())
                .filter(chosen::contains)
                .map(day -> option(name(day), Integer.toString(day.getValue())))
                .toList();
        return CheckboxesElement.builder()
                .actionId(DAYS)
                .options(options)
                .initialOptions(initial.isEmpty() ? null : initial)
                .build();
    }

    private static StaticSelectElement budget(int chosen) {
        List<OptionObject> options =
                IntStream.rangeClosed(1, 5).mapToObj(SettingsMessages::times).toList();
        return StaticSelectElement.builder()
                .actionId(BUDGET)
                .options(options)
                .initialOption(times(chosen))
                .build();
    }

    private static StaticSelectElement retrieval(RetrievalPace chosen) {
        return StaticSelectElement.builder()
                .actionId(RETRIEVAL)
                .options(Arrays.stream(RetrievalPace.values())
                        .map(SettingsMessages::pace)
                        .toList())
                .initialOption(pace(chosen))
                .build();
    }

    private static OptionObject pace(RetrievalPace pace) {
        return switch (pace) {
            case AS_NEEDED -> option("As needed, before you forget", "as-needed");
            case FEWER -> option("Fewer", "fewer");
            case NONE -> option("None", "none");
        };
    }

    private static OptionObject times(int budget) {
        return option(Integer.toString(budget), Integer.toString(budget));
    }

    private static CheckboxesElement options(Preferences now) {
        OptionObject announce = option("Tell the team when I earn a badge", ANNOUNCE);
        OptionObject name = option("Show my name and scores on my badges’ public pages", PUBLIC_NAME);
        OptionObject confidence = option("Ask how sure I am on practice questions", CONFIDENCE);
        List<OptionObject> ticked = new ArrayList<>();
        if (now.announceBadges()) {
            ticked.add(announce);
        }
        if (now.publicName()) {
            ticked.add(name);
        }
        if (now.askConfidence()) {
            ticked.add(confidence);
        }
        return CheckboxesElement.builder()
                .actionId(OPTIONS)
                .options(List.of(announce, name, confidence))
                .initialOptions(ticked.isEmpty() ? null : ticked)
                .build();
    }

    /** Shows the settings and how to change them, where no form can be opened. */
    static SlackMessage current(Preferences now, When when) {
        return SlackMessage.of(
                header("Your settings"),
                text(summary(now, when)),
                actions(button("Change settings", "settings", ""), button("Pause", "pause", "")));
    }

    static SlackMessage saved(Preferences now, When when) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(text("Saved. " + summary(now, when)));
        if (now.country() != null && !Countries.hasHolidays(now.country())) {
            blocks.add(text("I don’t have the public holidays in " + Countries.inSentence(now.country())
                    + ". Add the ones you take as days off."));
        }
        return SlackMessage.of(blocks);
    }

    /** Says in one or two sentences when the bot sends messages. */
    public static String summary(Preferences now, When when) {
        LocalDate today = LocalDate.ofInstant(when.now(), when.zone());
        String quiet = PauseMessages.quiet(now, when)
                .map(sentence -> "*" + sentence + "* Otherwise I’ll message you at ")
                .orElse("I’ll message you at ");
        return quiet + "*" + when.time(now.hour()) + "*" + days(now) + ", at most "
                + (now.budget() == 1 ? "once" : now.budget() == 2 ? "twice" : now.budget() + " times") + " a day."
                + daysOff(now, today);
    }

    private static String daysOff(Preferences now, LocalDate today) {
        String holidays = now.country() == null ? "" : "on public holidays in " + Countries.inSentence(now.country());
        String days = DaysOffText.inSentence(now.daysOff(), today);
        String off = days.isEmpty() ? "" : "on your days off: " + days;
        return holidays.isEmpty() && off.isEmpty()
                ? ""
                : " I won’t message you " + holidays + (holidays.isEmpty() || off.isEmpty() ? "" : " or ") + off + ".";
    }

    private static String days(Preferences now) {
        if (now.days().equals(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))) {
            return ", Monday to Friday";
        }
        if (now.days().size() == 7) {
            return ", every day";
        }
        List<String> days = Arrays.stream(DayOfWeek.values())
                .filter(now.days()::contains)
                .map(day -> name(day) + "s")
                .toList();
        return " on " + joined(days);
    }

    /** Joins words as in a sentence: "a", "a and b", "a, b, and c". */
    private static String joined(List<String> words) {
        int last = words.size() - 1;
        if (last <= 1) {
            return String.join(" and ", words);
        }
        return String.join(", ", words.subList(0, last)) + ", and " + words.get(last);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
