package dev.fieldcert.drip;

import dev.fieldcert.learner.Preferences;
import dev.fieldcert.learner.plan.Reason;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The days a learner works: their weekdays, minus public holidays and days off. */
public final class WorkingDays {

    /** How many days ahead the rules look: a little over a year. */
    static final int HORIZON = 370;

    private final Set<DayOfWeek> weekdays;
    private final Holidays holidays;
    private final Set<LocalDate> daysOff;

    /** The working days a learner chose. */
    public static WorkingDays of(Preferences preferences) {
        return new WorkingDays(preferences.days(), Holidays.of(preferences.country()), preferences.daysOff());
    }

    /** An empty set of weekdays means Monday to Friday. */
    public WorkingDays(Set<DayOfWeek> weekdays, Holidays holidays, List<LocalDate> daysOff) {
        this.weekdays = weekdays.isEmpty() ? Preferences.MONDAY_TO_FRIDAY : weekdays;
        this.holidays = holidays;
        this.daysOff = Set.copyOf(daysOff);
    }

    public boolean isWorking(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek())
                && !daysOff.contains(day)
                && holidays.on(day).isEmpty();
    }

    /** Why the learner does not work on that day; empty when they do. */
    public Optional<Reason> whyFree(LocalDate day) {
        if (!weekdays.contains(day.getDayOfWeek())) {
            return Optional.of(Reason.of(Reason.Code.NOT_A_WORKING_DAY).on(day));
        }
        if (daysOff.contains(day)) {
            return Optional.of(Reason.of(Reason.Code.DAY_OFF).on(day));
        }
        return holidays.on(day)
                .map(name -> Reason.of(Reason.Code.HOLIDAY).named(name).on(day));
    }

    /**
     * The number of working days after {@code day} up to and including {@code last}; counts at most {@value #HORIZON}
     * days ahead.
     */
    public int between(LocalDate day, LocalDate last) {
        LocalDate end = last.isAfter(day.plusDays(HORIZON)) ? day.plusDays(HORIZON) : last;
        int working = 0;
        for (LocalDate each = day.plusDays(1); !each.isAfter(end); each = each.plusDays(1)) {
            working += isWorking(each) ? 1 : 0;
        }
        return working;
    }

    /** The first working day after {@code day}; empty if there is none within {@value #HORIZON} days. */
    public Optional<LocalDate> firstAfter(LocalDate day) {
        return day.datesUntil(day.plusDays(HORIZON))
                .skip(1)
                .filter(this::isWorking)
                .findFirst();
    }

    /** The earliest day after which at most {@code days} working days remain up to and including {@code last}. */
    LocalDate firstWithAtMost(int days, LocalDate last) {
        LocalDate day = last;
        LocalDate earliest = last.minusDays(HORIZON);
        int left = isWorking(day) ? 1 : 0;
        while (left <= days && day.isAfter(earliest)) {
            day = day.minusDays(1);
            left += isWorking(day) ? 1 : 0;
        }
        return day;
    }
}
