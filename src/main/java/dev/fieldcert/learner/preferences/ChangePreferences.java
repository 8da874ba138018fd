package dev.fieldcert.learner.preferences;

import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Preferences;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Saves a learner's preferences and plans their contacts again. */
@Service
public class ChangePreferences {

    private final LearnerRepository learners;
    private final Clock clock;

    ChangePreferences(LearnerRepository learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    public LearnerRepository.Changed<Preferences> change(String learnerId, UnaryOperator<Preferences> change) {
        return learners.change(learnerId, learner -> {
            Instant now = clock.instant();
            learner.prefer(change.apply(learner.preferences()));
            learner.acted(now);
            return learner.preferences();
        });
    }

    /** Snoozes the last contact. */
    public LearnerRepository.Changed<Instant> snooze(String learnerId, Instant until) {
        return learners.change(learnerId, learner -> {
            Instant now = clock.instant();
            learner.snooze(now, until);
            return until;
        });
    }
}
