package dev.fieldcert.learner.lesson;

import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Shows a lesson card, either in a new message or in place of the previous one. */
@Service
public class OpenLesson {

    private final LearnerRepository learners;
    private final Programs programs;
    private final Clock clock;

    OpenLesson(LearnerRepository learners, Programs programs, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.clock = clock;
    }

    public sealed interface Outcome {

        @Document
        @TypeAlias("result:lesson-shown")
        record Shown() implements Outcome, StoredResult {}

        /** The course, objective, or card does not exist, or the learner was never enrolled in the course. */
        record NotThere() implements Outcome {}
    }

    /** @param place the message that the card replaces; null to send a new one */
    public LearnerRepository.Changed<Outcome> open(
            String learnerId, String courseId, String objectiveId, int card, Notification.MessageRef place) {
        return learners.once(learnerId, Outcome.class, learner -> {
            Instant now = clock.instant();
            Optional<Objective> objective =
                    programs.current().course(courseId).flatMap(course -> course.objective(objectiveId));
            boolean known = learner.course(courseId).isPresent()
                    || learner.completion(courseId).isPresent();
            if (objective.isEmpty()
                    || !known
                    || card < 0
                    || card >= objective.get().lesson().cards().size()) {
                return new Outcome.NotThere();
            }
            learner.enqueue(new Notification.Card(courseId, objectiveId, card, place), now);
            learner.course(courseId).ifPresent(progress -> {
                progress.openCard(objectiveId, card);
                progress.touch(now);
            });
            learner.acted(now);
            return new Outcome.Shown();
        });
    }
}
