package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.LearningTask;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a learner could be contacted about.
 *
 * @param courses the learner's current courses, oldest enrollment first
 * @param retrieval the next retrieval question from a course that the learner has completed; empty if there is none
 */
public record Backlog(List<CourseWork> courses, Optional<Retrieval> retrieval) {

    /**
     * A retrieval question about an objective from a course that the learner has completed.
     *
     * @param on the first day on which to ask it
     * @param pressing whether it repeats a question the learner missed; if so, it takes priority over new work
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

    /**
     * Open work, in the order in which to remind the learner of it: earliest due date first, then the work that has
     * been open longest.
     */
    List<LearningTask> open() {
        return all().stream()
                .filter(due -> due.work().isOpen())
                .sorted(EARLIEST_DUE_FIRST.thenComparing(due -> due.work().openSince()))
                .map(Due::work)
                .toList();
    }

    /**
     * The task to send next, which may not be available yet. Among available tasks the kind with the highest priority
     * wins, but a review never follows a review while anything else is available, so learners with many reviews still
     * make progress. When nothing is available, returns the task that becomes available first.
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
