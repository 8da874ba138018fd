package dev.fieldcert.learner;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Keeps what somebody tells us, and passes it on to the program's owners. */
@Service
public class GiveFeedback {

    /** As much as a message can carry on. */
    public static final int LONGEST = 3000;

    private final Learners learners;
    private final Clock clock;

    GiveFeedback(Learners learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    public sealed interface Outcome {

        record Thanks() implements Outcome {}

        record Empty() implements Outcome {}

        record TooLong(int length) implements Outcome {}
    }

    public Learners.Changed<Outcome> give(String learnerId, String text) {
        return learners.change(learnerId, learner -> {
            String said = text.strip();
            if (said.isEmpty()) {
                return new Outcome.Empty();
            }
            if (said.length() > LONGEST) {
                return new Outcome.TooLong(said.length());
            }
            Instant now = clock.instant();
            learner.note(new Fact.FeedbackGiven(UUID.randomUUID().toString(), learnerId, said, now));
            learner.owe(new Saying.Feedback(said), now);
            return new Outcome.Thanks();
        });
    }
}
