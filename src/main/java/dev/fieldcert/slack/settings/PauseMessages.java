package dev.fieldcert.slack.settings;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.button;
import static dev.fieldcert.slack.blockkit.Blocks.plain;
import static dev.fieldcert.slack.blockkit.Blocks.primary;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Dates;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Preferences;
import dev.fieldcert.learner.plan.CoveredDays;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.blockkit.When;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages about pausing, resuming and snoozing. */
public final class PauseMessages {

    static final String FORM = "pause";
    static final String UNTIL = "until";

    private PauseMessages() {}

    static View form() {
        return View.builder()
                .type("modal")
                .callbackId(FORM)
                .title(ViewTitle.builder().type("plain_text").text("Pause").build())
                .submit(ViewSubmit.builder().type("plain_text").text("Pause").build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .blocks(List.of(
                        text("I won’t message you until that day. You can keep learning whenever you like. "
                                + "Your progress and your due dates stay as they are."),
                        InputBlock.builder()
                                .blockId(UNTIL)
                                .optional(true)
                                .label(plain("Until"))
                                .hint(plain("I’ll be back on this day. Leave blank to pause until you resume."))
                                .element(DatePickerElement.builder()
                                        .actionId(UNTIL)
                                        .build())
                                .build()))
                .build();
    }

    /** Says that contacts are paused; empty if they are not. */
    public static Optional<String> quiet(Preferences now, When when) {
        if (now.stopped()) {
            return Optional.of("Paused until you resume.");
        }
        LocalDate today = LocalDate.ofInstant(when.now(), when.zone());
        return Optional.ofNullable(now.pausedUntil())
                .filter(day -> day.isAfter(today))
                .map(day -> "Paused until " + Dates.full(day) + ".");
    }

    static SlackMessage paused(Learner learner, Program program, When when) {
        List<LayoutBlock> blocks = new ArrayList<>();
        String until = quiet(learner.preferences(), when).orElse("Paused.");
        blocks.add(text("⏸️ *" + until + "* I won’t message you until then. I’ll still answer whenever you use the bot."
                + (learner.preferences().stopped()
                        ? " I’ll still tell you, during your work hours, when someone changes your courses or your team needs"
                                + " a review."
                        : "")));
        String due = dueMeanwhile(learner, program, when);
        if (!due.isEmpty()) {
            blocks.add(text("Your due dates don’t change. These come up while you’re paused:\n" + due));
        }
        blocks.add(actions(button("Resume", "resume", "")));
        return SlackMessage.of(blocks);
    }

    private static String dueMeanwhile(Learner learner, Program program, When when) {
        LocalDate until = learner.preferences().pausedUntil();
        LocalDate today = LocalDate.ofInstant(when.now(), when.zone());
        return String.join(
                "\n",
                learner.courses().stream()
                        .filter(course -> course.due()
                                .filter(due -> !due.isBefore(today))
                                .filter(due -> until == null || due.isBefore(until))
                                .isPresent())
                        .limit(10)
                        .map(course -> "• " + Mrkdwn.escape(title(course, program)) + " – "
                                + when.date(course.due().orElseThrow()))
                        .toList());
    }

    private static String title(CourseProgress progress, Program program) {
        return program.course(progress.course()).map(Course::title).orElse(progress.course());
    }

    static SlackMessage resumed(Preferences now, When when) {
        return SlackMessage.of(
                text("▶️ Welcome back. Nothing piled up: you’ll get one thing at a time. "
                        + SettingsMessages.summary(now, when)),
                actions(primary("What’s next?", "next", "")));
    }

    /**
     * Says that Slack's Do Not Disturb regularly covers the chosen time or the whole workday; empty if it does not.
     */
    public static Optional<String> doNotDisturb(CoveredDays covered, Preferences now, When when) {
        if (covered.hidesWorkingDay()) {
            return Optional.of("🔕 *Do Not Disturb has been on for your whole workday, " + covered.wholeDay()
                    + " days in a row.* I stay quiet while it’s on, so I can’t message you. Pick a time outside it in "
                    + "Settings and I’ll message you then, or type `next` to continue.");
        }
        if (covered.hidesChosenTime()) {
            return Optional.of("🔕 Do Not Disturb is on at " + when.time(now.hour())
                    + ", the time you chose. I’ll message you later in your workday instead.");
        }
        return Optional.empty();
    }

    /**
     * Says that the bot could not reach the learner because Do Not Disturb covered the whole workday for {@code days}
     * days in a row.
     */
    public static SlackMessage outOfReach(int days) {
        return SlackMessage.of(
                text("🔕 *I couldn’t message you: Do Not Disturb was on for your whole workday, " + days
                        + " days in a row.* I stay quiet while it’s on. Pick a time outside it and I’ll message you then. "
                        + "When you type or tap something, I always answer right away."),
                actions(button("Settings", "settings", "")));
    }

    static SlackMessage notPaused(Preferences now, When when) {
        return SlackMessage.of(
                text("Nothing is paused. " + SettingsMessages.summary(now, when)),
                actions(primary("What’s next?", "next", ""), button("Settings", "settings", "")));
    }

    static SlackMessage problem(String sentence) {
        return SlackMessage.note(Mrkdwn.escape(sentence));
    }

    static SlackMessage contactAt(Preferences now, When when) {
        return SlackMessage.note("Done. " + SettingsMessages.summary(now, when));
    }

    static SlackMessage notUnderstood() {
        return SlackMessage.note("You can type `pause`, `pause until January 7`, `pause for 2 weeks`, `resume`, or "
                + "`remind me at 9:30`.");
    }

    static SlackMessage snoozed(Instant until, When when) {
        return SlackMessage.of(
                text("👍 I’ll be back *" + when.moment(until) + "*."),
                actions(button("Do it now instead", "next", "")));
    }

    /** Says that a contact is too old to be snoozed. */
    static SlackMessage tooOldToSnooze(Instant contact, When when) {
        return SlackMessage.of(
                text("That message is from " + when.date(contact)
                        + ", so it’s too late to snooze it. Your progress is where you left it. To take a break, type "
                        + "`pause until Monday`."),
                actions(primary("What’s next?", "next", ""), button("Pause", "pause", "")));
    }
}
