package dev.fieldcert.learner.contact;

import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Stores feedback and forwards it to the program's owners. */
@Service
public class GiveFeedback {

    /** The maximum length, in characters; longer feedback does not fit in one message when it is forwarded. */
    public static final int LONGEST = 3000;

    private final LearnerRepository learners;
    private final Clock clock;

    GiveFeedback(LearnerRepository learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    public sealed interface Outcome {

        @Document
        @TypeAlias("result:feedback-kept")
        record Thanks() implements Outcome, StoredResult {}

        record Empty() implements Outcome {}

        record TooLong(int length) implements Outcome {}
    }

    public LearnerRepository.Changed<Outcome> give(String learnerId, String text) {
        return learners.once(learnerId, Outcome.class, learner -> {
            String command = text.strip();
            if (command.isEmpty()) {
                return new Outcome.Empty();
            }
            if (command.length() > LONGEST) {
                return new Outcome.TooLong(command.length());
            }
            Instant now = clock.instant();
            learner.record(new LearnerEvent.FeedbackGiven(UUID.randomUUID().toString(), learnerId, command, now));
            learner.enqueue(new Notification.Feedback(command), now);
            return new Outcome.Thanks();
        });
    }
}
