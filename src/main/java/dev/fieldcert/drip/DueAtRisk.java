package dev.fieldcert.drip;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A due date that cannot be met at the daily budget, told once and as early as it is known. Courses are counted in the
 * order of their due dates, because they share the budget.
 *
 * @param needed contacts until this course is finished, those of courses due earlier included
 * @param possible contacts until the due date
 */
public record DueAtRisk(String courseId, String title, LocalDate due, int needed, int possible, List<Choice> choices) {

    /** What the learner can do about it. */
    public sealed interface Choice {

        /** Enough contacts a day to finish in time. */
        record RaiseBudget(int contactsADay) implements Choice {}

        /** The day it would be finished at the present budget: to be agreed with whoever set the date. */
        record MoveDueDate(LocalDate to) implements Choice {}

        /** Go on as it is; learning ahead without waiting for contacts is always possible. */
        record CarryOn() implements Choice {}
    }

    public DueAtRisk {
        choices = List.copyOf(choices);
    }

    /** What {@link History#command} remembers; another due date is another key. */
    public String key() {
        return courseId + "@" + due + ":at-risk";
    }

    /**
     * All due dates, from today on, that cannot be met.
     *
     * @param budget contacts a day
     * @param leftToday how many of them can still go out today
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
            // Beyond the horizon working days are not counted, so nothing can be said about it.
            if (due.isBefore(today) || due.isAfter(today.plusDays(WorkingDays.HORIZON)) || needed <= possible) {
                continue;
            }
            atRisk.add(new DueAtRisk(
                    course.courseId(),
                    course.title(),
                    due,
                    needed,
                    possible,
                    choices(days, today, budget, leftToday, workingDays, needed)));
        }
        return atRisk;
    }

    private static List<Choice> choices(
            WorkingDays days, LocalDate today, int budget, int leftToday, int workingDays, int needed) {
        List<Choice> choices = new ArrayList<>();
        IntStream.rangeClosed(budget + 1, Preferences.MOST_CONTACTS_A_DAY)
                .filter(raised -> leftToday + workingDays * raised >= needed)
                .mapToObj(Choice.RaiseBudget::new)
                .findFirst()
                .ifPresent(choices::add);
        finishedOn(days, today, budget, needed - leftToday)
                .map(Choice.MoveDueDate::new)
                .ifPresent(choices::add);
        choices.add(new Choice.CarryOn());
        return choices;
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
