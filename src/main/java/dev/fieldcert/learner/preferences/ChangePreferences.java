package dev.fieldcert.learner.preferences;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Preferences;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Keeps what a learner chose; their plan is looked at anew. */
@Service
public class ChangePreferences {

    private final Learners learners;
    private final Clock clock;

    ChangePreferences(Learners learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    public Learners.Changed<Preferences> change(String learnerId, UnaryOperator<Preferences> change) {
        return learners.change(learnerId, learner -> {
            Instant now = clock.instant();
            learner.prefer(change.apply(learner.preferences()));
            learner.acted(now);
            return learner.preferences();
        });
    }

    /** Puts the last contact off. */
    public Learners.Changed<Instant> snooze(String learnerId, Instant until) {
        return learners.change(learnerId, learner -> {
            Instant now = clock.instant();
            learner.snooze(now, until);
            return until;
        });
    }
}
