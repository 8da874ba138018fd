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
    static Optional<String> broken(SomePreferences preferences, Optional<DoNotDisturb> dnd, Instant at) {
        ZonedDateTime local = at.atZone(zone(preferences.zone()));
        LocalDate day = local.toLocalDate();
        Set<DayOfWeek> weekdays = preferences.chosen().days().isEmpty()
                ? Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)
                : preferences.chosen().days();
        if (!weekdays.contains(day.getDayOfWeek())) {
            return Optional.of("a weekend: " + local);
        }
        if (Holidays.of(preferences.chosen().country()).on(day).isPresent()) {
            return Optional.of("a holiday: " + local);
        }
        if (preferences.chosen().daysOff().contains(day)) {
            return Optional.of("a day off: " + local);
        }
        if (preferences.chosen().stopped()
                || preferences.chosen().pausedUntil() != null
                        && day.isBefore(preferences.chosen().pausedUntil())) {
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

    private static Optional<String> hours(SomePreferences preferences, ZonedDateTime local) {
        LocalTime latest = LocalTime.of(22, 0);
        LocalTime chosen = preferences.chosen().hour().isAfter(latest)
                ? latest
                : preferences.chosen().hour();
        LocalTime start = LocalTime.of(9, 0);
        LocalTime end = LocalTime.of(17, 30);
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
