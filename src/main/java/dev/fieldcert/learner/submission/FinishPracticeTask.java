package dev.fieldcert.learner.submission;

import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/**
 * Finishes a practice task: sends the answer to the learner who wrote it and, if they choose, to their manager. It
 * counts for nothing.
 */
@Service
public class FinishPracticeTask {

    private final LearnerRepository learners;
    private final Clock clock;

    FinishPracticeTask(LearnerRepository learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    @Document
    @TypeAlias("result:task-finished")
    public record Finished() implements StoredResult {}

    /**
     * @param met indexes of the criteria that the learner finds met in the answer, 0-based
     * @param share whether the manager gets a copy; without a manager, nobody does
     */
    public LearnerRepository.Changed<Finished> finish(
            String learnerId, String course, String task, String answer, List<Integer> met, boolean share) {
        return learners.once(learnerId, Finished.class, learner -> {
            Instant now = clock.instant();
            Optional<String> manager = learner.profile().manager().filter(id -> share);
            learner.enqueue(new Notification.TaskFinished(course, task, answer, met, manager.orElse(null)), now);
            manager.ifPresent(
                    id -> learner.enqueueUnsolicited(new Notification.TaskShared(id, course, task, answer, met), now));
            learner.acted(now);
            return new Finished();
        });
    }
}
