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
 * An overdue course. The manager is told once, at the end of working hours on the learner's first working day after
 * the due date. A pause does not delay this.
 */
public record Overdue(String courseId, String title, LocalDate due, int remaining) {

    /** The entry in {@link ContactState#mentioned} that prevents telling the manager again. */
    public DueMention mention() {
        return new DueMention(courseId, due, DueMention.What.MANAGER_TOLD);
    }

    /** The overdue courses to tell the manager about now. */
    public static List<Overdue> toTell(PlanningInput input) {
        return moments(input).entrySet().stream()
                .filter(moment -> !moment.getKey().isAfter(input.now()))
                .flatMap(moment -> moment.getValue().stream())
                .toList();
    }

    /**
     * When to check again whether the manager has to be told about a course; empty if no course has a due date ahead.
     */
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
