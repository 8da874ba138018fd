package dev.fieldcert.learner.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Why the bot writes now, or does not: a code, and the facts that its sentence needs. Null where it needs none.
 *
 * @param name of a task, course, holiday, zone or country
 * @param notes what was odd about the input, and what was assumed instead
 */
public record Reason(
        Code code, String name, Integer number, LocalDate day, LocalTime time, Instant moment, List<Reason> notes) {

    /** With the facts each carries. */
    public enum Code {
        /** name */
        NEXT_THING,
        /** name, number */
        REMINDER,
        /** name */
        CAME_BACK,
        /** name */
        WILL_WAIT,
        ASK_TO_GO_ON,
        DUE_NEWS,
        /** name */
        RETRIEVAL,

        /** day on which contacts start again */
        PAUSED,
        /** moment */
        SNOOZED,
        /** number */
        BUDGET_USED,
        /** moment */
        SPACED,
        JUST_ACTIVE,
        /** name */
        ALREADY_BROUGHT_UP,
        /** name, moment */
        OPENS_LATER,
        /** name, day */
        RETRIEVAL_LATER,
        /** day */
        WAITING_TO_ASK,
        /** name, day */
        DUE_LATER,
        /** time */
        BEFORE_CHOSEN_TIME,
        /** time */
        AFTER_HOURS,
        /** time */
        BEFORE_HOURS,
        /** day */
        NOT_A_WORKING_DAY,
        /** name, day */
        HOLIDAY,
        /** day */
        DAY_OFF,
        /** moment */
        DO_NOT_DISTURB,
        /** day */
        NO_HOURS_THAT_DAY,
        NO_WORKING_DAY_IN_SIGHT,

        PAUSED_UNTIL_RESUMED,
        NOTHING_TO_DO,
        WAITING_FOR_LEARNER,
        /** The Slack account is. */
        DEACTIVATED,
        /** What Slack took late is to be read first. */
        TO_BE_READ_FIRST,

        /** name */
        UNKNOWN_ZONE,
        /** name */
        UNKNOWN_COUNTRY,
        NO_COUNTRY,
        NO_WORKING_DAYS,
        /** time */
        LATE_CHOICE,
        UNUSABLE_DND,
        /** number of days */
        DND_HIDES_CHOSEN_TIME,
        /** number of days */
        DND_HIDES_WORKING_DAY,
        CLOCK_WENT_BACK,
        SNOOZE_TOO_LONG
    }

    private static final Set<Code> ABOUT_THE_DAY = EnumSet.of(
            Code.NOT_A_WORKING_DAY,
            Code.HOLIDAY,
            Code.DAY_OFF,
            Code.DO_NOT_DISTURB,
            Code.NO_HOURS_THAT_DAY,
            Code.NO_WORKING_DAY_IN_SIGHT);

    public Reason {
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    public static Reason of(Code code) {
        return new Reason(code, null, null, null, null, null, List.of());
    }

    public Reason named(String name) {
        return new Reason(code, name, number, day, time, moment, notes);
    }

    public Reason counting(int number) {
        return new Reason(code, name, number, day, time, moment, notes);
    }

    public Reason on(LocalDate day) {
        return new Reason(code, name, number, day, time, moment, notes);
    }

    public Reason at(LocalTime time) {
        return new Reason(code, name, number, day, time, moment, notes);
    }

    public Reason at(Instant moment) {
        return new Reason(code, name, number, day, time, moment, notes);
    }

    public Reason noting(List<Reason> more) {
        List<Reason> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Reason(code, name, number, day, time, moment, all);
    }

    /** Whether the day or Slack, rather than the learner's progress, is what keeps a contact back. */
    public boolean isAboutTheDay() {
        return ABOUT_THE_DAY.contains(code);
    }
}
