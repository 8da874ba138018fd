package dev.fieldcert.slack.admin.record;

import dev.fieldcert.curriculum.Dates;
import dev.fieldcert.drip.ContactWindows;
import dev.fieldcert.learner.plan.Reason;
import dev.fieldcert.slack.blockkit.When;
import java.time.LocalDate;
import java.time.LocalTime;

/** Explains in plain English why the bot sent a message or did not. */
final class ReasonText {

    private final Reason reason;
    private final When when;

    private ReasonText(Reason reason, When when) {
        this.reason = reason;
        this.when = when;
    }

    /** The reason and its notes, with times as {@code when} says them. */
    static String of(Reason reason, When when) {
        StringBuilder text = new StringBuilder(new ReasonText(reason, when).sentence());
        reason.notes().forEach(note -> text.append(' ').append(new ReasonText(note, when).sentence()));
        return text.toString();
    }

    private String sentence() {
        return switch (reason.code()) {
            case NEXT_THING -> "It’s time for the next step: " + reason.name() + ".";
            case REMINDER -> reason.name() + " is still open: reminder " + reason.number() + " of 3.";
            case CAME_BACK -> reason.name() + " was snoozed until now.";
            case WILL_WAIT -> reason.name() + " stayed open after three reminders, so the bot said it would wait.";
            case ASK_TO_GO_ON -> "No activity for two weeks, so the bot asked whether to continue, pause, or stop.";
            case DUE_NEWS -> "A due date is coming up or has passed, and there’s nothing else to send.";
            case RETRIEVAL -> "It’s time to review " + reason.name() + " with a question.";
            case PAUSED -> "Paused by the learner until " + day() + ".";
            case SNOOZED -> "Snoozed by the learner until " + moment() + ".";
            case BUDGET_USED -> "The day’s limit of " + reason.number() + " messages is used up.";
            case SPACED -> "The last message was a short while ago. The next one comes after " + moment() + ".";
            case JUST_ACTIVE -> "The learner was active a moment ago, and a message would interrupt.";
            case ALREADY_BROUGHT_UP -> reason.name() + " was already brought up today.";
            case OPENS_LATER -> "The next step, " + reason.name() + ", opens on " + moment() + ".";
            case RETRIEVAL_LATER -> "The next question about " + reason.name() + " comes on " + day() + ".";
            case WAITING_TO_ASK ->
                "The bot is waiting for the learner. On " + day() + ", it will ask once whether to continue.";
            case DUE_LATER ->
                "There’s nothing to send. The due date of " + reason.name() + " comes up on " + day() + ".";
            case BEFORE_CHOSEN_TIME -> "It’s before the time the learner chose, " + time() + ".";
            case AFTER_HOURS -> "The workday ended at " + time() + ".";
            case BEFORE_HOURS -> "The workday hasn’t started yet. It starts at " + time() + ".";
            case NOT_A_WORKING_DAY -> day() + " isn’t one of the learner’s workdays.";
            case HOLIDAY -> day() + " is a public holiday: " + reason.name() + ".";
            case DAY_OFF -> day() + " is one of the learner’s days off.";
            case DO_NOT_DISTURB -> "Do Not Disturb is on until " + moment() + ".";
            case NO_HOURS_THAT_DAY -> "On " + day() + ", the clocks change and skip the work hours.";
            case NO_WORKING_DAY_IN_SIGHT -> "There’s no workday within a year. The bot will check again later.";
            case PAUSED_UNTIL_RESUMED -> "Paused by the learner until they resume.";
            case NOTHING_TO_DO -> "There’s nothing left to do.";
            case WAITING_FOR_LEARNER -> "The bot asked whether to continue and is waiting for the learner.";
            case DEACTIVATED -> "The Slack account is deactivated.";
            case TO_BE_READ_FIRST ->
                "Slack accepted the last message late. The learner should see it before the next one.";
            case UNKNOWN_ZONE ->
                reason.name().isBlank()
                        ? "Slack names no time zone for the learner; UTC is used."
                        : "The time zone “" + reason.name() + "” is unknown, so UTC is used.";
            case UNKNOWN_COUNTRY ->
                "There’s no holiday data for “" + reason.name() + "”, so no day counts as a public holiday.";
            case NO_COUNTRY -> "No country is set, so no day counts as a public holiday.";
            case NO_WORKING_DAYS -> "No workday is chosen, so Monday to Friday are used.";
            case LATE_CHOICE ->
                time() + " is too late in the day, so " + when.time(ContactWindows.LATEST_CHOICE) + " is used.";
            case UNUSABLE_DND -> "Do Not Disturb ends before it starts, so it’s ignored.";
            case DND_HIDES_CHOSEN_TIME ->
                "Do Not Disturb has covered the chosen time " + reason.number() + " workdays in a row, "
                        + "so the bot uses any other time in the work hours.";
            case DND_HIDES_WORKING_DAY ->
                "Do Not Disturb has covered all work hours " + reason.number() + " workdays in a row. "
                        + "The bot tells the learner on the Home tab and the next time they do something.";
            case CLOCK_WENT_BACK -> "Something in the history is in the future: the clock was set back.";
            case SNOOZE_TOO_LONG ->
                "The snooze ends more than eight days from now because the clock was set back. It’s ignored.";
        };
    }

    private String time() {
        return when.time(reason.time());
    }

    private String day() {
        return Dates.full(reason.day());
    }

    private String moment() {
        return Dates.weekday(LocalDate.ofInstant(reason.moment(), when.zone())) + " at "
                + when.time(LocalTime.ofInstant(reason.moment(), when.zone()));
    }
}
