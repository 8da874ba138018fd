package dev.fieldcert.drip;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why the bot writes now, or does not.
 *
 * @param parameters what the sentence needs, by name
 * @param notes what was odd about the input, and what was assumed instead
 */
public record Reason(Code code, Map<String, String> parameters, List<Reason> notes) {

    /** The sentence of each reason; {@code {name}} stands for a parameter. */
    public enum Code {
        NEXT_THING("It is time for the next thing: {title}."),
        REMINDER("{title} is still open: reminder {number} of 3."),
        CAME_BACK("{title} was snoozed until now."),
        WILL_WAIT("{title} stayed open after three reminders: the bot says that it will wait."),
        ASK_TO_GO_ON("Two weeks of silence: the bot asks once whether to continue, pause or stop."),
        DUE_NEWS("A due date is near or has passed, and there is nothing else to send."),

        PAUSED("Paused by the learner until {day}."),
        SNOOZED("Snoozed by the learner until {time}."),
        BUDGET_USED("Today's {budget} of {budget} contacts have gone out."),
        SPACED("The last contact was a short while ago; the next comes after {time}."),
        JUST_ACTIVE("The learner was active a moment ago; a contact would interrupt."),
        ALREADY_BROUGHT_UP("{title} has been brought up on this working day already."),
        OPENS_LATER("The next thing, {title}, opens at {time}."),
        WAITING_TO_ASK("The bot waits for the learner; on {day} it asks once whether to go on."),
        DUE_LATER("Nothing to send; the due date of {course} comes up on {day}."),
        BEFORE_CHOSEN_TIME("It is before the time the learner chose, {chosen}."),
        AFTER_HOURS("The working day has ended at {end}."),
        BEFORE_HOURS("The working day has not really begun; it starts at {start}."),
        NOT_A_WORKING_DAY("{day} is not one of the learner's working days."),
        HOLIDAY("{day} is a public holiday: {holiday}."),
        DAY_OFF("{day} is a day off the learner entered."),
        DO_NOT_DISTURB("Slack's Do Not Disturb is on until {time}."),
        NO_HOURS_THAT_DAY("On {day} the clocks change and the working hours do not exist."),
        NO_WORKING_DAY_IN_SIGHT("There is no working day within a year; looked at again later."),

        PAUSED_UNTIL_RESUMED("Paused by the learner until they resume."),
        NOTHING_TO_DO("There is nothing left to do."),
        WAITING_FOR_LEARNER("The bot has asked whether to go on and waits for the learner."),

        UNKNOWN_ZONE("The time zone '{zone}' is unknown; UTC is used."),
        UNKNOWN_COUNTRY("There are no holiday data for '{country}'; no day counts as a public holiday."),
        NO_COUNTRY("No country is set; no day counts as a public holiday."),
        NO_WORKING_DAYS("No working day is chosen; Monday to Friday are used."),
        LATE_CHOICE("{chosen} is too late in the day; {used} is used."),
        UNUSABLE_HOURS("The working hours {start} to {end} are empty; 09:00 to 17:30 are used."),
        UNUSABLE_BUDGET("A budget of {budget} contacts a day is not possible; {used} is used."),
        UNUSABLE_DND("Slack's Do Not Disturb ends before it starts; it is ignored."),
        DND_HIDES_CHOSEN_TIME("Do Not Disturb has covered the chosen time on {days} working days in a row; "
                + "any moment of the working hours that it leaves free is taken."),
        DND_HIDES_WORKING_DAY("Do Not Disturb has covered all working hours on {days} working days in a row; "
                + "the learner is told in Home and with the next thing they do."),
        CLOCK_WENT_BACK("Something in the history lies in the future: the clock was set back."),
        SNOOZE_TOO_LONG("The snooze ends more than eight days from now: the clock was set back, it is ignored.");

        private final String template;

        Code(String template) {
            this.template = template;
        }
    }

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Set<Code> ABOUT_THE_DAY = EnumSet.of(
            Code.NOT_A_WORKING_DAY,
            Code.HOLIDAY,
            Code.DAY_OFF,
            Code.DO_NOT_DISTURB,
            Code.NO_HOURS_THAT_DAY,
            Code.NO_WORKING_DAY_IN_SIGHT);

    public Reason {
        parameters = Map.copyOf(parameters);
        notes = List.copyOf(notes);
    }

    /** A reason without notes; {@code namesAndValues} alternate. */
    public static Reason of(Code code, String... namesAndValues) {
        Map<String, String> parameters = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Reason(code, parameters, List.of());
    }

    public Reason noting(List<Reason> more) {
        List<Reason> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Reason(code, parameters, all);
    }

    /** The reason and its notes in plain English. */
    public String sentence() {
        StringBuilder sentence = new StringBuilder(PLACEHOLDER
                .matcher(code.template)
                .replaceAll(name -> Matcher.quoteReplacement(parameters.getOrDefault(name.group(1), "?"))));
        notes.forEach(note -> sentence.append(' ').append(note.sentence()));
        return sentence.toString();
    }

    /** Whether the day or Slack, rather than the learner's progress, is what keeps a contact back. */
    boolean isAboutTheDay() {
        return ABOUT_THE_DAY.contains(code);
    }
}
