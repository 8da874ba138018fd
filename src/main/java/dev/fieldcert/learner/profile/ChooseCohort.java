package dev.fieldcert.learner.profile;

import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Sets a learner's cohort. A cohort's badges can be announced in a channel of its own. */
@Service
public class ChooseCohort {

    public static final int LONGEST_NAME = 60;

    private final LearnerRepository learners;
    private final Clock clock;

    ChooseCohort(LearnerRepository learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    public sealed interface Outcome {

        @Document
        @TypeAlias("result:cohort-chosen")
        record Chosen() implements Outcome, StoredResult {}

        record AlreadySo() implements Outcome {}
    }

    /**
     * @param cohort the new cohort; null to remove the current one
     * @param tell whether to tell the learner
     * @throws IllegalArgumentException if the name is blank or longer than {@link #LONGEST_NAME}
     */
    public LearnerRepository.Changed<Outcome> choose(
            String learnerId, String cohort, String by, String why, boolean tell) {
        if (cohort != null && (cohort.isBlank() || cohort.length() > LONGEST_NAME)) {
            throw new IllegalArgumentException("A cohort's name has 1 to " + LONGEST_NAME + " characters");
        }
        return learners.once(learnerId, Outcome.class, learner -> {
            if (Objects.equals(learner.profile().cohort(), cohort)) {
                return new Outcome.AlreadySo();
            }
            Instant now = clock.instant();
            learner.join(cohort);
            learner.audit(
                    by,
                    cohort == null
                            ? AuditedAction.of(AuditedAction.Code.COHORT_LEFT)
                            : AuditedAction.of(AuditedAction.Code.COHORT_JOINED, cohort),
                    why,
                    now);
            if (tell) {
                learner.enqueueUnsolicited(Notification.Changed.of(Notification.Changed.Kind.COHORT, cohort, by), now);
            }
            return new Outcome.Chosen();
        });
    }
}
