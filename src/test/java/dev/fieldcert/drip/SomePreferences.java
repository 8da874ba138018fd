package dev.fieldcert.drip;

import dev.fieldcert.learner.Preferences;
import dev.fieldcert.learner.plan.ContactState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What somebody chose, and the zone they live in. */
record SomePreferences(String zone, Preferences chosen) {

    /** What a learner starts with. */
    static SomePreferences in(String zone, String country) {
        return new SomePreferences(zone, Preferences.DEFAULT).with(Preferences.DEFAULT.budget(), country, List.of());
    }

    static SomePreferences of(PlanningInput input) {
        return new SomePreferences(input.zone(), input.preferences());
    }

    SomePreferences inZone(String elsewhere) {
        return new SomePreferences(elsewhere, chosen);
    }

    SomePreferences everyDayAt(LocalTime time) {
        return new SomePreferences(
                zone,
                chosen.contacts(
                        time,
                        Set.of(java.time.DayOfWeek.values()),
                        chosen.budget(),
                        chosen.country(),
                        chosen.daysOff()));
    }

    SomePreferences withTime(LocalTime time) {
        return new SomePreferences(
                zone, chosen.contacts(time, chosen.days(), chosen.budget(), chosen.country(), chosen.daysOff()));
    }

    SomePreferences withBudget(int budget) {
        return with(budget, chosen.country(), chosen.daysOff());
    }

    SomePreferences withDaysOff(LocalDate first, LocalDate last) {
        return with(
                chosen.budget(),
                chosen.country(),
                first.datesUntil(last.plusDays(1)).toList());
    }

    private SomePreferences with(int budget, String country, List<LocalDate> daysOff) {
        return new SomePreferences(zone, chosen.contacts(chosen.hour(), chosen.days(), budget, country, daysOff));
    }

    SomePreferences pausedUntil(LocalDate day) {
        return new SomePreferences(zone, chosen.pausedUntil(day));
    }

    SomePreferences stopped() {
        return new SomePreferences(zone, chosen.stopped(true));
    }

    SomePreferences resumed() {
        return new SomePreferences(zone, chosen.stopped(false));
    }

    ContactWindows windows(String learnerId, Optional<DoNotDisturb> dnd) {
        return new ContactWindows(learnerId, zone, chosen, dnd);
    }

    PlanningInput input(
            String learnerId, Optional<DoNotDisturb> dnd, Backlog backlog, ContactState history, Instant now) {
        return new PlanningInput(learnerId, zone, chosen, dnd, backlog, history, now);
    }
}
