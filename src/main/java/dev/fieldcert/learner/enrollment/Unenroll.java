package dev.fieldcert.learner.enrollment;

import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.PathProgress;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Takes a learner out of a path or a course. Finished courses and the record of answers stay. */
@Service
public class Unenroll {

    private final LearnerRepository learners;
    private final Programs programs;
    private final Clock clock;

    Unenroll(LearnerRepository learners, Programs programs, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.clock = clock;
    }

    public sealed interface Outcome {

        /** @param courses ids of the courses that were in progress and have been left */
        @Document
        @TypeAlias("result:learner-unenrolled")
        record Unenrolled(List<String> courses) implements Outcome, StoredResult {}

        record NotEnrolled() implements Outcome {}

        /** A finished path or course cannot be left. */
        record Finished() implements Outcome {}
    }

    /** @param target id of a path or a course; may also be a course that is no longer in the program */
    public LearnerRepository.Changed<Outcome> unenroll(String learnerId, String target, String by, String why) {
        return learners.once(learnerId, Outcome.class, learner -> {
            Optional<PathProgress> path = learner.path(target);
            if (path.isPresent()) {
                return path.get().certificate().isPresent()
                        ? new Outcome.Finished()
                        : leave(learner, path.get(), by, why);
            }
            if (!learner.leaveCourse(target)) {
                return learner.completion(target).isPresent() ? new Outcome.Finished() : new Outcome.NotEnrolled();
            }
            return left(learner, target, List.of(target), by, why);
        });
    }

    private Outcome leave(Learner learner, PathProgress path, String by, String why) {
        Program program = programs.current();
        learner.leavePath(path.path());
        List<String> taught =
                program.path(path.path()).map(LearningPath::courses).orElse(List.of());
        List<String> left = taught.stream()
                .filter(course -> learner.course(course).isPresent())
                .filter(course -> learner.paths().stream()
                        .flatMap(other -> program.path(other.path()).stream())
                        .noneMatch(other -> other.courses().contains(course)))
                .toList();
        left.forEach(learner::leaveCourse);
        return left(learner, path.path(), left, by, why);
    }

    private Outcome left(Learner learner, String target, List<String> courses, String by, String why) {
        Instant now = clock.instant();
        learner.audit(by, AuditedAction.of(AuditedAction.Code.UNENROLLED, target), why, now);
        if (!by.equals(learner.id())) {
            learner.enqueueUnsolicited(Notification.Changed.of(Notification.Changed.Kind.UNENROLLED, target, by), now);
        }
        learner.lookAgain(now);
        return new Outcome.Unenrolled(courses);
    }
}
