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

/** Ends a practice task: its writer gets it to keep, and their manager if the writer likes. Nothing depends on it. */
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
     * @param met the criteria the writer sees in the text, by their place, from 0
     * @param share whether the manager gets it, too; without a manager nobody does
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
