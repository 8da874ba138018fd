package dev.fieldcert.learner.certification;

import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.LearnerRepository;
import dev.fieldcert.learner.Notification;
import dev.fieldcert.learner.StoredResult;
import java.time.Clock;
import java.time.Instant;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Records that a badge was revoked, and tells its holder why. It no longer counts toward a certificate. */
@Service
public class NotifyRevocation {

    private final LearnerRepository learners;
    private final Clock clock;

    NotifyRevocation(LearnerRepository learners, Clock clock) {
        this.learners = learners;
        this.clock = clock;
    }

    public sealed interface Outcome {

        @Document
        @TypeAlias("result:badge-revoked")
        record Revoked() implements Outcome, StoredResult {}

        record AlreadyRevoked() implements Outcome {}
    }

    /**
     * @param award id of the award that was revoked
     * @param badge the name of the badge
     */
    public LearnerRepository.Changed<Outcome> tell(
            String learnerId, String award, String badge, String by, String reason) {
        return learners.once(learnerId, Outcome.class, learner -> {
            if (learner.isRevoked(award)) {
                return new Outcome.AlreadyRevoked();
            }
            Instant now = clock.instant();
            learner.revoke(award);
            learner.record(LearnerEvent.Milestone.of(
                    LearnerEvent.Milestone.What.BADGE_REVOKED, learnerId, award, badge, by, null, now));
            learner.audit(by, AuditedAction.of(AuditedAction.Code.BADGE_REVOKED, badge), reason, now);
            learner.enqueueUnsolicited(
                    new Notification.Changed(Notification.Changed.Kind.BADGE_REVOKED, null, badge, null, reason, by),
                    now);
            return new Outcome.Revoked();
        });
    }
}
