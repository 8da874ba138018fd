package dev.fieldcert.drip;

import dev.fieldcert.learner.Preferences;
import dev.fieldcert.learner.plan.DueAtRisk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds due dates that cannot be met at the current pace. */
final class DueForecast {

    private DueForecast() {}

    /**
     * All due dates from today onward that cannot be met.
     *
     * @param budget contacts per day
     * @param leftToday how many contacts can still be sent today
     */
    static List<DueAtRisk> forecast(Backlog backlog, WorkingDays days, LocalDate today, int budget, int leftToday) {
        List<CourseWork> byDue = backlog.courses().stream()
                .filter(course -> course.pressingDue().isPresent())
                .sorted(Comparator.comparing(course -> course.due().orElseThrow()))
                .toList();
        List<DueAtRisk> atRisk = new ArrayList<>();
        int needed = 0;
        for (CourseWork course : byDue) {
            needed += course.remaining();
            LocalDate due = course.due().orElseThrow();
            int workingDays = days.between(today, due);
            int possible = leftToday + workingDays * budget;
            // There is no forecast for a date beyond the horizon, because later working days are not counted.
            if (due.isBefore(today) || due.isAfter(today.plusDays(WorkingDays.HORIZON)) || needed <= possible) {
                continue;
            }
            atRisk.add(new DueAtRisk(
                    course.courseId(),
                    course.title(),
                    due,
                    needed,
                    possible,
                    enough(budget, leftToday, workingDays, needed),
                    finishedOn(days, today, budget, needed - leftToday).orElse(null)));
        }
        return atRisk;
    }

    /** The smallest number of contacts per day, above the current one, that meets the date; 0 if none does. */
    private static int enough(int budget, int leftToday, int workingDays, int needed) {
        return IntStream.rangeClosed(budget + 1, Preferences.MOST_CONTACTS_A_DAY)
                .filter(raised -> leftToday + workingDays * raised >= needed)
                .findFirst()
                .orElse(0);
    }

    private static Optional<LocalDate> finishedOn(WorkingDays days, LocalDate today, int budget, int needed) {
        int workingDays = (needed + budget - 1) / budget;
        return today.datesUntil(today.plusDays(WorkingDays.HORIZON))
                .skip(1)
                .filter(days::isWorking)
                .skip(Math.max(0, workingDays - 1))
                .findFirst();
    }
}
