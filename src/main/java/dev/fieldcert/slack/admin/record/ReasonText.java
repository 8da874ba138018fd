package dev.fieldcert.slack.admin.record;

import dev.fieldcert.drip.ContactWindows;
import dev.fieldcert.learner.plan.Reason;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Explains in plain English why the bot sent a message or did not. */
final class ReasonText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

    private final Reason reason;
    private final ZoneId zone;

    private ReasonText(Reason reason, ZoneId zone) {
        this.reason = reason;
        this.zone = zone;
    }

    /** The reason and its notes as sentences, with times in {@code zone}. */
    static String of(Reason reason, ZoneId zone) {
        StringBuilder text = new StringBuilder(new ReasonText(reason, zone).sentence());
        reason.notes().forEach(note -> text.append(' ').append(new ReasonText(note, zone).sentence()));
        return text.toString();
    }

    private String sentence() {
        return switch (reason.code()) {
            case NEXT_THING -> "It is time for the next thing: " + reason.name() + ".";
            case REMINDER -> reason.name() + " is still open: reminder " + reason.number() + " of 3.";
            case CAME_BACK -> reason.name() + " was snoozed until now.";
            case WILL_WAIT -> reason.name() + " stayed open after three reminders; the bot says it will wait.";
            case ASK_TO_GO_ON -> "Two weeks of silence: the bot asks once whether to continue, pause or stop.";
            case DUE_NEWS -> "A due date is near or has passed, and there is nothing else to send.";
            case RETRIEVAL -> "It is time for a question about " + reason.name() + ", so that it lasts.";
            case PAUSED -> "Paused by the learner until " + day() + ".";
            case SNOOZED -> "Snoozed by the learner until " + moment() + ".";
            case BUDGET_USED ->
                "Today's limit of " + reason.number() + (reason.number() == 1 ? " message" : " messages")
                        + " is reached.";
            case SPACED -> "The last message was a short while ago; the next can go out after " + moment() + ".";
            case JUST_ACTIVE -> "The learner was active a moment ago; a message would interrupt them.";
            case ALREADY_BROUGHT_UP -> reason.name() + " has been brought up on this working day already.";
            case OPENS_LATER -> "The next thing, " + reason.name() + ", opens at " + moment() + ".";
            case RETRIEVAL_LATER -> "The next question about " + reason.name() + " comes on " + day() + ".";
            case WAITING_TO_ASK -> "The bot waits for the learner; on " + day() + " it asks once whether to go on.";
            case DUE_LATER -> "Nothing to send; the due date of " + reason.name() + " comes up on " + day() + ".";
            case BEFORE_CHOSEN_TIME -> "It is before the time the learner chose, " + reason.time() + ".";
            case AFTER_HOURS -> "The working day ended at " + reason.time() + ".";
            case BEFORE_HOURS -> "The working day has not begun; it starts at " + reason.time() + ".";
            case NOT_A_WORKING_DAY -> day() + " is not one of the learner's working days.";
            case HOLIDAY -> day() + " is a public holiday: " + reason.name() + ".";
            case DAY_OFF -> day() + " is a day off the learner entered.";
            case DO_NOT_DISTURB -> "Slack's Do Not Disturb is on until " + moment() + ".";
            case NO_HOURS_THAT_DAY -> "On " + day() + " the clocks change and the working hours do not exist.";
            case NO_WORKING_DAY_IN_SIGHT -> "There is no working day within a year; looked at again later.";
            case PAUSED_UNTIL_RESUMED -> "Paused by the learner until they resume.";
            case NOTHING_TO_DO -> "There is nothing left to do.";
            case WAITING_FOR_LEARNER -> "The bot asked whether to go on and is waiting for an answer.";
            case DEACTIVATED -> "The Slack account is deactivated.";
            case TO_BE_READ_FIRST -> "Slack delivered something late; the learner should read that first.";
            case UNKNOWN_ZONE ->
                reason.name().isBlank()
                        ? "Slack names no time zone for the learner; UTC is used."
                        : "The time zone '" + reason.name() + "' is unknown; UTC is used.";
            case UNKNOWN_COUNTRY ->
                "There is no holiday calendar for '" + reason.name() + "'; no day counts as a public holiday.";
            case NO_COUNTRY -> "No country is set; no day counts as a public holiday.";
            case NO_WORKING_DAYS -> "No working days are chosen; Monday to Friday are used.";
            case LATE_CHOICE ->
                reason.time() + " is too late in the day; " + ContactWindows.LATEST_CHOICE + " is used.";
            case UNUSABLE_DND -> "Slack's Do Not Disturb ends before it starts; it is ignored.";
            case DND_HIDES_CHOSEN_TIME ->
                "Do Not Disturb has covered the chosen time on " + reason.number() + " working days in a row; "
                        + "any moment of the working hours that it leaves free is taken.";
            case DND_HIDES_WORKING_DAY ->
                "Do Not Disturb has covered all working hours on " + reason.number() + " working days in a row; "
                        + "the learner is told in Home and with the next thing they do.";
            case CLOCK_WENT_BACK -> "Something in the history lies in the future: the clock was set back.";
            case SNOOZE_TOO_LONG ->
                "The snooze ends more than eight days from now: the clock was set back, it is ignored.";
        };
    }

    private String day() {
        return DAY.format(reason.day());
    }

    private String moment() {
        return MOMENT.format(reason.moment().atZone(zone));
    }
}
