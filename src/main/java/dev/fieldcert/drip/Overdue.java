package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.DueMention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Escalates overdue courses: when the learner has been told and has had one more working day, the manager is told
 * once. A pause does not hide it.
 */
public record Overdue(String courseId, String title, LocalDate due, int remaining) {

    /** What {@link ContactState#mentioned} remembers of it. */
    public DueMention mention() {
        return new DueMention(courseId, due, DueMention.What.MANAGER_TOLD);
    }

    /** What to tell the manager now. */
    public static List<Overdue> toTell(PlanningInput input) {
        return moments(input).entrySet().stream()
                .filter(moment -> !moment.getKey().isAfter(input.now()))
                .flatMap(moment -> moment.getValue().stream())
                .toList();
    }

    /** When the manager next has to be told something; empty when nothing is coming. */
    public static Optional<Instant> nextToTell(PlanningInput input) {
        return moments(input).keySet().stream()
                .filter(moment -> moment.isAfter(input.now()))
                .findFirst();
    }

    private static TreeMap<Instant, List<Overdue>> moments(PlanningInput input) {
        ContactWindows windows = input.with(Optional.empty()).windows();
        LocalDate horizon = windows.dayOf(input.now()).plusDays(WorkingDays.HORIZON);
        TreeMap<Instant, List<Overdue>> moments = new TreeMap<>();
        for (CourseWork course : input.backlog().courses()) {
            course.pressingDue()
                    .map(due -> new Overdue(course.courseId(), course.title(), due, course.remaining()))
                    .filter(overdue -> !input.history().mentioned().contains(overdue.mention()))
                    .ifPresent(overdue -> (overdue.due().isAfter(horizon)
                                    ? Optional.of(horizon)
                                    : windows.workingDays().firstAfter(overdue.due()))
                            .map(windows::closes)
                            .ifPresent(moment -> moments.merge(moment, List.of(overdue), Overdue::both)));
        }
        return moments;
    }

    private static List<Overdue> both(List<Overdue> some, List<Overdue> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
