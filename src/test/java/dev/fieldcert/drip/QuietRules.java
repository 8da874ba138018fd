package dev.fieldcert.drip;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;

/** When nothing may arrive, written down a second time and without looking at how the plan does it. */
final class QuietRules {

    private QuietRules() {}

    /** What is broken by a contact at that instant; empty when nothing is. */
    static Optional<String> broken(Preferences preferences, Optional<DoNotDisturb> dnd, Instant at) {
        ZonedDateTime local = at.atZone(zone(preferences.zone()));
        LocalDate day = local.toLocalDate();
        Set<DayOfWeek> weekdays = preferences.workingDays().isEmpty()
                ? Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
                : preferences.workingDays();
        if (!weekdays.contains(day.getDayOfWeek())) {
            return Optional.of("a weekend: " + local);
        }
        if (Holidays.of(preferences.country()).on(day).isPresent()) {
            return Optional.of("a holiday: " + local);
        }
        if (preferences.daysOff().stream().anyMatch(off -> !day.isBefore(off.first()) && !day.isAfter(off.last()))) {
            return Optional.of("a day off: " + local);
        }
        if (preferences.pause().isPresent()
                && (preferences.pause().get().until().isEmpty()
                        || day.isBefore(preferences.pause().get().until().get()))) {
            return Optional.of("paused: " + local);
        }
        boolean disturbing = dnd.filter(window -> window.start().isBefore(window.end()))
                .filter(window -> !at.isBefore(window.start()) && at.isBefore(window.end()))
                .isPresent();
        if (disturbing) {
            return Optional.of("do not disturb: " + local);
        }
        return hours(preferences, local);
    }

    private static Optional<String> hours(Preferences preferences, ZonedDateTime local) {
        LocalTime chosen = preferences.at().isAfter(LocalTime.of(22, 0)) ? LocalTime.of(22, 0) : preferences.at();
        boolean usable =
                preferences.hours().start().isBefore(preferences.hours().end());
        LocalTime start = usable ? preferences.hours().start() : LocalTime.of(9, 0);
        LocalTime end = usable ? preferences.hours().end() : LocalTime.of(17, 30);
        int from = Math.min(start.toSecondOfDay(), chosen.toSecondOfDay()) + 10 * 60;
        int to = Math.max(end.toSecondOfDay(), chosen.toSecondOfDay() + 60 * 60);
        int second = local.toLocalTime().toSecondOfDay();
        return second >= from && second < to ? Optional.empty() : Optional.of("outside working hours: " + local);
    }

    static ZoneId zone(String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name.strip());
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
