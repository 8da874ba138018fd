package dev.fieldcert.learner.submission;

import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.CourseProgress;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.ObjectiveProgress;
import dev.fieldcert.learner.ObjectiveProgress.AssignmentState;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Submits an assignment. Every version is kept; the newest is waiting for review. */
@Service
public class SubmitAssignment {

    private final LearnerRepository learners;
    private final Programs programs;
    private final Clock clock;

    SubmitAssignment(LearnerRepository learners, Programs programs, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.clock = clock;
    }

    public sealed interface Outcome {

        @Document
        @TypeAlias("result:assignment-submitted")
        record Submitted(int number) implements Outcome, StoredResult {}

        /** The same form was already submitted. */
        record Again() implements Outcome {}

        record AlreadyApproved() implements Outcome {}

        record NotThere() implements Outcome {}
    }

    /**
     * @param formId unique for each opening of the form, so submitting it twice counts once
     * @param text may be empty if there is a link or a file
     */
    public LearnerRepository.Changed<Outcome> submit(
            String learnerId,
            String courseId,
            String objectiveId,
            String formId,
            String text,
            String link,
            List<String> files) {
        return learners.once(learnerId, Outcome.class, learner -> {
            Optional<Objective> objective = programs.current()
                    .course(courseId)
                    .flatMap(course -> course.objective(objectiveId))
                    .filter(each -> each.assignment().isPresent());
            Optional<CourseProgress> progress = learner.course(courseId);
            if (objective.isEmpty() || progress.isEmpty()) {
                return new Outcome.NotThere();
            }
            ObjectiveProgress before = progress.get().objective(objectiveId);
            if (before.assignment() == AssignmentState.APPROVED) {
                return new Outcome.AlreadyApproved();
            }
            String id = learnerId + ":" + formId;
            if (id.equals(before.submission())) {
                return new Outcome.Again();
            }
            Instant now = clock.instant();
            int number = before.submissions() + 1;
            learner.record(new LearnerEvent.Submitted(
                    id,
                    learnerId,
                    courseId,
                    objectiveId,
                    programs.current().version(),
                    number,
                    text,
                    link,
                    files,
                    now));
            progress.get().submit(objectiveId, id, number);
            progress.get().touch(now);
            learner.acted(now);
            learner.enqueue(new Notification.Submitted(courseId, objectiveId, id, number), now);
            learner.enqueue(
                    new Notification.ReviewAsked(learner.profile().managerId(), courseId, objectiveId, id, number > 1),
                    now);
            return new Outcome.Submitted(number);
        });
    }
}
