package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.LearningTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The remaining work of one enrollment.
 *
 * @param due the last day to finish, in the learner's zone
 * @param remaining contacts still needed to finish at the planned pace, including open work; 0 when finished
 * @param work the open work and the few tasks that could come next; ties are resolved in this order
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
