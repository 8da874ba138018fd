package dev.fieldcert.learner.submission;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Notification;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Ends a practice task: its writer gets it to keep, and their manager if the writer likes. Nothing depends on it. */
@Service
public class FinishPracticeTask {

    private final Learners learners;
    private final Clock clock;

    FinishPracticeTask(Learners learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    /**
     * @param met the criteria the writer sees in the text, by their place, from 0
     * @param share whether the manager gets it, too; without a manager nobody does
     */
    public Learners.Changed<Void> finish(
            String learnerId, String course, String task, String answer, List<Integer> met, boolean share) {
        return learners.change(learnerId, learner -> {
            Instant now = clock.instant();
            Optional<String> manager = learner.profile().manager().filter(id -> share);
            learner.enqueue(new Notification.TaskFinished(course, task, answer, met, manager.orElse(null)), now);
            manager.ifPresent(
                    id -> learner.enqueueUnsolicited(new Notification.TaskShared(id, course, task, answer, met), now));
            learner.acted(now);
            return null;
        });
    }
}
