package dev.fieldcert.learner.enrollment;

import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.PathProgress;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Moves the due date of a path and of its courses in progress, or of a single course. */
@Service
public class MoveDueDate {

    private final LearnerRepository learners;
    private final Programs programs;
    private final Clock clock;

    MoveDueDate(LearnerRepository learners, Programs programs, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.clock = clock;
    }

    public sealed interface Outcome {

        /** @param before the previous due date; null if there was none */
        @Document
        @TypeAlias("result:due-date-moved")
        record Moved(LocalDate before) implements Outcome, StoredResult {}

        record Unchanged() implements Outcome {}

        record NotUnderWay() implements Outcome {}
    }

    /** @param due the new due date; null to remove it */
    public LearnerRepository.Changed<Outcome> move(
            String learnerId, String target, LocalDate due, String by, String why) {
        return learners.once(learnerId, Outcome.class, learner -> {
            Optional<PathProgress> path =
                    learner.path(target).filter(each -> each.certificate().isEmpty());
            CourseProgress course = learner.course(target).orElse(null);
            if (path.isEmpty() && course == null) {
                return new Outcome.NotUnderWay();
            }
            LocalDate before =
                    path.isPresent() ? path.get().due() : course.due().orElse(null);
            List<CourseProgress> courses =
                    path.map(each -> coursesOf(learner, each)).orElseGet(() -> List.of(course));
            if (Objects.equals(before, due)
                    && courses.stream()
                            .allMatch(each -> Objects.equals(each.due().orElse(null), due))) {
                return new Outcome.Unchanged();
            }
            path.ifPresent(each -> learner.movePathDueDate(target, due));
            courses.forEach(each -> each.moveDueDate(due));
            Instant now = clock.instant();
            learner.audit(
                    by,
                    AuditedAction.of(AuditedAction.Code.DUE_DATE_MOVED, target).on(due),
                    why,
                    now);
            learner.enqueueUnsolicited(
                    new Notification.Changed(Notification.Changed.Kind.DUE_DATE_MOVED, null, target, due, null, by),
                    now);
            learner.lookAgain(now);
            return new Outcome.Moved(before);
        });
    }

    private List<CourseProgress> coursesOf(Learner learner, PathProgress path) {
        return programs.current().path(path.path()).map(LearningPath::courses).orElse(List.of()).stream()
                .flatMap(course -> learner.course(course).stream())
                .toList();
    }
}
