package dev.fieldcert.team;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.ObjectiveProgress;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A course under way, as far as it is the manager's business: no answers, no scores.
 *
 * @param share 0 to 1
 * @param begun whether anything was done in it
 */
public record CourseStanding(
        Course course,
        double share,
        boolean begun,
        Optional<LocalDate> due,
        boolean overdue,
        List<ObjectiveStanding> objectives,
        List<Waiting> waiting,
        Optional<Stuck> stuck) {

    public CourseStanding {
        objectives = List.copyOf(objectives);
        waiting = List.copyOf(waiting);
    }

    public record ObjectiveStanding(Objective objective, ObjectiveProgress progress) {}

    /** An assignment that waits for its review. */
    public record Waiting(Objective objective, String submission, int number) {}
}
