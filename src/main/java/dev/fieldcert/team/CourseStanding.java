package dev.fieldcert.team;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.learner.ObjectiveProgress;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A course in progress as far as a manager may see it: no answers, no scores.
 *
 * @param share how much of the course is done, 0 to 1
 * @param begun whether the learner has started the course
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

    /** An assignment that is waiting for review. */
    public record Waiting(Objective objective, String submission, int number) {}
}
