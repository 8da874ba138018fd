package dev.fieldcert.learner.retention;

import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.memory.RetrievalPace;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Lets learners choose when they get retrieval questions. */
@Service
public class PaceRetrieval {

    private final LearnerRepository learners;
    private final Clock clock;

    PaceRetrieval(LearnerRepository learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    /** Stops the bot from asking today; it may ask again tomorrow. */
    public LearnerRepository.Changed<Void> notToday(String learnerId) {
        return learners.change(learnerId, learner -> {
            Instant now = clock.instant();
            learner.putRetrievalOff(learner.dayOf(now).plusDays(1));
            learner.acted(now);
            return null;
        });
    }

    public LearnerRepository.Changed<RetrievalPace> at(String learnerId, RetrievalPace pace) {
        return learners.change(learnerId, learner -> {
            Instant now = clock.instant();
            learner.prefer(learner.preferences().retrieving(pace));
            learner.acted(now);
            return pace;
        });
    }
}
