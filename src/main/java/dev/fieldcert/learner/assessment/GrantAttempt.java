package dev.fieldcert.learner.assessment;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Gives a learner one more attempt at a course's check. It does not end a cool-down. */
@Service
public class GrantAttempt {

    private static final int MOST = 20;

    private final LearnerRepository learners;
    private final Programs programs;
    private final Clock clock;

    GrantAttempt(LearnerRepository learners, Programs programs, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.clock = clock;
    }

    public sealed interface Outcome {

        /** @param opensAt when the check opens; null if it is already open */
        @Document
        @TypeAlias("result:attempt-granted")
        record Granted(int attemptsLeft, Instant opensAt) implements Outcome, StoredResult {}

        record NotUnderWay() implements Outcome {}

        /** People cannot grant themselves an attempt. */
        record OwnCourse() implements Outcome {}

        record Enough(int most) implements Outcome {}
    }

    public LearnerRepository.Changed<Outcome> grant(String learnerId, String courseId, String by, String why) {
        return learners.once(learnerId, Outcome.class, learner -> {
            Optional<Course> course = programs.current().course(courseId);
            CourseProgress progress = learner.course(courseId).orElse(null);
            if (course.isEmpty() || progress == null || progress.checkPassedAt().isPresent()) {
                return new Outcome.NotUnderWay();
            }
            if (by.equals(learnerId)) {
                return new Outcome.OwnCourse();
            }
            if (progress.extraAttempts() >= MOST) {
                return new Outcome.Enough(MOST);
            }
            Instant now = clock.instant();
            progress.grantAttempt();
            learner.audit(by, AuditedAction.of(AuditedAction.Code.ATTEMPT_GRANTED, courseId), why, now);
            learner.enqueueUnsolicited(
                    new Notification.Changed(Notification.Changed.Kind.ATTEMPT_GRANTED, courseId, null, null, null, by),
                    now);
            learner.lookAgain(now);
            return new Outcome.Granted(
                    progress.attemptsLeft(course.get()),
                    progress.checkOpensAt().filter(opens -> opens.isAfter(now)).orElse(null));
        });
    }
}
