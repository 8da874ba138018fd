package dev.fieldcert.learner.certification;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/**
 * Excuses a learner from an objective's lesson and assignment, and stores the reason. The objective's questions stay in
 * the check.
 */
@Service
public class ExcuseObjective {

    public static final int LONGEST_REASON = 500;

    private final LearnerRepository learners;
    private final Programs programs;
    private final EarnBadges earnBadges;
    private final Clock clock;

    ExcuseObjective(LearnerRepository learners, Programs programs, EarnBadges earnBadges, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.earnBadges = earnBadges;
        this.clock = clock;
    }

    public sealed interface Outcome {

        @Document
        @TypeAlias("result:objective-excused")
        record Excused() implements Outcome, StoredResult {}

        record AlreadyThrough() implements Outcome {}

        record NotUnderWay() implements Outcome {}

        record NoReason() implements Outcome {}

        record ReasonTooLong(int length) implements Outcome {}

        /** People cannot excuse themselves. */
        record OwnCourse() implements Outcome {}
    }

    public LearnerRepository.Changed<Outcome> excuse(
            String learnerId, String courseId, String objectiveId, String by, String reason) {
        return learners.once(learnerId, Outcome.class, learner -> {
            Optional<Course> course = programs.current().course(courseId);
            CourseProgress progress = learner.course(courseId).orElse(null);
            Optional<Objective> objective = course.flatMap(known -> known.objective(objectiveId));
            if (progress == null || objective.isEmpty()) {
                return new Outcome.NotUnderWay();
            }
            if (by.equals(learnerId)) {
                return new Outcome.OwnCourse();
            }
            if (reason.isBlank()) {
                return new Outcome.NoReason();
            }
            if (reason.length() > LONGEST_REASON) {
                return new Outcome.ReasonTooLong(reason.length());
            }
            if (!progress.isOpen(objective.get())) {
                return new Outcome.AlreadyThrough();
            }
            Instant now = clock.instant();
            progress.excuse(objectiveId, reason.strip());
            learner.audit(
                    by,
                    AuditedAction.of(AuditedAction.Code.OBJECTIVE_EXCUSED, courseId)
                            .detailed(objectiveId),
                    reason.strip(),
                    now);
            learner.enqueueUnsolicited(
                    new Notification.Changed(
                            Notification.Changed.Kind.EXCUSED, courseId, objectiveId, null, reason.strip(), by),
                    now);
            learner.lookAgain(now);
            earnBadges.settle(learner, progress, course.get(), Learner::enqueueUnsolicited, now);
            return new Outcome.Excused();
        });
    }
}
