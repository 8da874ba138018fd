package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.LearningTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything a learner could be contacted about.
 *
 * @param courses all their running courses, oldest enrollment first
 * @param retrieval the next question about something earned
 */
public record Backlog(List<CourseWork> courses, Optional<Retrieval> retrieval) {

    /**
     * A question about something earned.
     *
     * @param on the first day on which to ask
     * @param pressing true for a miss that comes back: it goes before new work
     */
    public record Retrieval(LearningTask task, String objective, LocalDate on, boolean pressing) {}

    private static final Comparator<Due> EARLIEST_DUE_FIRST = Comparator.comparing(
            due -> due.course().pressingDue().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE));

    public Backlog {
        courses = List.copyOf(courses);
    }

    public Backlog(List<CourseWork> courses) {
        this(courses, Optional.empty());
    }

    public static Backlog of(CourseWork... courses) {
        return new Backlog(List.of(courses));
    }

    /** Open work, the most pressing first. */
    List<LearningTask> open() {
        return all().stream()
                .filter(due -> due.work().isOpen())
                .sorted(EARLIEST_DUE_FIRST.thenComparing(due -> due.work().openSince()))
                .map(Due::work)
                .toList();
    }

    /**
     * What to send next, and the earliest moment for it. Among available tasks the kind with the highest priority
     * wins, but a review never follows a review while anything else is available, so learners with many reviews still
     * make progress. When nothing is available, the task that becomes available first.
     */
    Optional<LearningTask> next(Instant now, LearningTask.Kind lastSent) {
        Comparator<Due> available =
                Comparator.comparing(due -> latest(now, due.work().availableFrom()));
        Comparator<Due> kind = Comparator.comparing(due -> turnOf(due.work().kind(), lastSent));
        return all().stream()
                .filter(due -> !due.work().isOpen())
                .min(available.thenComparing(kind).thenComparing(EARLIEST_DUE_FIRST))
                .map(Due::work);
    }

    private static int turnOf(LearningTask.Kind kind, LearningTask.Kind lastSent) {
        boolean reviewAgain = kind == LearningTask.Kind.REVIEW && lastSent == LearningTask.Kind.REVIEW;
        return reviewAgain ? LearningTask.Kind.values().length : kind.ordinal();
    }

    private static Instant latest(Instant now, Instant from) {
        return from != null && from.isAfter(now) ? from : now;
    }

    private List<Due> all() {
        return courses.stream()
                .flatMap(course -> course.work().stream().map(work -> new Due(course, work)))
                .toList();
    }

    private record Due(CourseWork course, LearningTask work) {}
}
