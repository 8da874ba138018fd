package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.LearningTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is left of one enrollment.
 *
 * @param due the last day to finish, in the learner's zone
 * @param remaining contacts still needed to finish at the planned pace, open work included; 0 when finished
 * @param work what is open, and what could come next, at most a few; the course's own order among equals
 */
public record CourseWork(
        String courseId, String title, Optional<LocalDate> due, int remaining, List<LearningTask> work) {

    public CourseWork {
        work = List.copyOf(work);
    }

    Optional<LocalDate> pressingDue() {
        return remaining > 0 ? due : Optional.empty();
    }
}
