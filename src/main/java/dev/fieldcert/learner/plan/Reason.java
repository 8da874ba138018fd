package dev.fieldcert.learner.plan;

import dev.fieldcert.stored.StoredEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Why the bot sends a message now, or does not: a code, and the values for the sentence about it. Values that the code
 * does not need are null.
 *
 * @param name of a task, course, holiday, time zone, or country
 * @param notes problems found in the input, and the assumptions made because of them
 */
public record Reason(
        Code code, String name, Integer number, LocalDate day, LocalTime time, Instant moment, List<Reason> notes) {

    /** The codes. Each comment lists the values that the code comes with. */
    public enum Code implements StoredEnum {
        /** name */
        NEXT_THING("next-thing"),
        /** name, number */
        REMINDER("reminder"),
        /** name */
        CAME_BACK("came-back"),
        /** name */
        WILL_WAIT("will-wait"),
        ASK_TO_GO_ON("ask-to-go-on"),
        DUE_NEWS("due-news"),
        /** name */
        RETRIEVAL("retrieval"),

        /** day: the day on which contacts start again */
        PAUSED("paused"),
        /** moment */
        SNOOZED("snoozed"),
        /** number */
        BUDGET_USED("budget-used"),
        /** moment */
        SPACED("spaced"),
        JUST_ACTIVE("just-active"),
        /** name */
        ALREADY_BROUGHT_UP("already-brought-up"),
        /** name, moment */
        OPENS_LATER("opens-later"),
        /** name, day */
        RETRIEVAL_LATER("retrieval-later"),
        /** day */
        WAITING_TO_ASK("waiting-to-ask"),
        /** name, day */
        DUE_LATER("due-later"),
        /** time */
        BEFORE_CHOSEN_TIME("before-chosen-time"),
        /** time */
        AFTER_HOURS("after-hours"),
        /** time */
        BEFORE_HOURS("before-hours"),
        /** day */
        NOT_A_WORKING_DAY("not-a-working-day"),
        /** name, day */
        HOLIDAY("holiday"),
        /** day */
        DAY_OFF("day-off"),
        /** moment */
        DO_NOT_DISTURB("do-not-disturb"),
        /** day */
        NO_HOURS_THAT_DAY("no-hours-that-day"),
        NO_WORKING_DAY_IN_SIGHT("no-working-day-in-sight"),

        PAUSED_UNTIL_RESUMED("paused-until-resumed"),
        NOTHING_TO_DO("nothing-to-do"),
        WAITING_FOR_LEARNER("waiting-for-learner"),
        /** The learner's Slack account is deactivated. */
        DEACTIVATED("deactivated"),
        /** The learner should first read a message that was sent late. */
        TO_BE_READ_FIRST("to-be-read-first"),

        /** name */
        UNKNOWN_ZONE("unknown-zone"),
        /** name */
        UNKNOWN_COUNTRY("unknown-country"),
        NO_COUNTRY("no-country"),
        NO_WORKING_DAYS("no-working-days"),
        /** time */
        LATE_CHOICE("late-choice"),
        UNUSABLE_DND("unusable-dnd"),
        /** number of days */
        DND_HIDES_CHOSEN_TIME("dnd-hides-chosen-time"),
        /** number of days */
        DND_HIDES_WORKING_DAY("dnd-hides-working-day"),
        CLOCK_WENT_BACK("clock-went-back"),
        SNOOZE_TOO_LONG("snooze-too-long");

        private final String code;

        Code(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
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

    /** Whether the calendar or Slack, rather than the learner's progress, blocks a contact. */
    public boolean isAboutTheDay() {
        return ABOUT_THE_DAY.contains(code);
    }
}
