package dev.fieldcert.drip;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A course one working day overdue: its learner has been told and has had a working day, so the manager hears of it,
 * once. A pause does not hide it.
 */
public record Overdue(String courseId, String title, LocalDate due, int remaining) {

    /** What {@link History#said} remembers; another due date is another key. */
    public String key() {
        return courseId + "@" + due + ":manager";
    }

    /** What the manager is to hear now. */
    public static List<Overdue> toTell(Situation situation) {
        return moments(situation).entrySet().stream()
                .filter(moment -> !moment.getKey().isAfter(situation.now()))
                .flatMap(moment -> moment.getValue().stream())
                .toList();
    }

    /** When a manager will next have to hear of something; empty when nothing is on its way. */
    public static Optional<Instant> nextToTell(Situation situation) {
        return moments(situation).keySet().stream()
                .filter(moment -> moment.isAfter(situation.now()))
                .findFirst();
    }

    private static TreeMap<Instant, List<Overdue>> moments(Situation situation) {
        ContactWindows windows = new ContactWindows(situation.learnerId(), situation.preferences(), Optional.empty());
        LocalDate horizon = windows.dayOf(situation.now()).plusDays(WorkingDays.HORIZON);
        TreeMap<Instant, List<Overdue>> moments = new TreeMap<>();
        for (CourseWork course : situation.agenda().courses()) {
            course.pressingDue()
                    .map(due -> new Overdue(course.courseId(), course.title(), due, course.remaining()))
                    .filter(overdue -> !situation.history().said().contains(overdue.key()))
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
