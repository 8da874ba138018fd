package dev.fieldcert.learner;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Keeps in a learner's audit that somebody tried what they may not. */
@Service
public class NoteRefusal {

    private final Learners learners;
    private final Clock clock;

    NoteRefusal(Learners learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    /** @return empty when there is no such learner to note it with */
    public Optional<Learners.Changed<Void>> note(String learnerId, String by, String what, String why) {
        return learners.find(learnerId)
                .map(known -> learners.change(learnerId, learner -> {
                    Audits.note(learner, by, "refused: " + what, why, clock.instant());
                    return null;
                }));
    }
}
