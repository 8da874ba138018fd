package dev.fieldcert.drip;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a learner wants to be contacted. Nothing is rejected here: what makes no sense (an unknown zone, no working day,
 * a budget of 40) is replaced by a default when the plan is made, and the plan's reason says so.
 *
 * @param at the time of day they chose; outside the working hours it stretches them
 * @param dailyBudget contacts a day over all courses, 1 to 5
 * @param zone an IANA zone as Slack reports it; may be null or nonsense
 * @param country ISO 3166-1 or 3166-2 ("DE", "DE-BY") for public holidays; null or empty when not known
 */
public record Preferences(
        LocalTime at,
        WorkingHours hours,
        Set<DayOfWeek> workingDays,
        int dailyBudget,
        String zone,
        String country,
        List<DaysOff> daysOff,
        Optional<Pause> pause) {

    public static final LocalTime DEFAULT_TIME = LocalTime.of(9, 30);
    public static final int MOST_CONTACTS_A_DAY = 5;
    public static final Set<DayOfWeek> MONDAY_TO_FRIDAY = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    public Preferences {
        workingDays = Set.copyOf(workingDays);
        daysOff = List.copyOf(daysOff);
    }

    /** What a learner starts with: 09:30, Monday to Friday, one contact a day. */
    public static Preferences defaults(String zone, String country) {
        return new Preferences(
                DEFAULT_TIME, WorkingHours.DEFAULT, MONDAY_TO_FRIDAY, 1, zone, country, List.of(), Optional.empty());
    }

    public Preferences withPause(Pause pause) {
        return new Preferences(at, hours, workingDays, dailyBudget, zone, country, daysOff, Optional.of(pause));
    }

    public Preferences withDaysOff(DaysOff... off) {
        return new Preferences(at, hours, workingDays, dailyBudget, zone, country, List.of(off), pause);
    }

    public Preferences withBudget(int contactsADay) {
        return new Preferences(at, hours, workingDays, contactsADay, zone, country, daysOff, pause);
    }

    public Preferences withTime(LocalTime time) {
        return new Preferences(time, hours, workingDays, dailyBudget, zone, country, daysOff, pause);
    }
}
