package dev.fieldcert.learner.contact;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.Notification;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Lets a learner know of a change somebody else made, when the change itself said nothing. */
@Service
public class NotifyLearner {

    private final Learners learners;
    private final Clock clock;

    NotifyLearner(Learners learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    public Learners.Changed<Void> tell(String learnerId, String what, String by) {
        return learners.change(learnerId, learner -> {
            learner.enqueueUnsolicited(new Notification.Changed(what, null, by), clock.instant());
            return null;
        });
    }
}
