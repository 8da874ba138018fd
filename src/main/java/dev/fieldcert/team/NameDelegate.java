package dev.fieldcert.team;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.record.AuditTrail;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** A manager says who reviews assignments beside them. Kept in the manager's audit. */
@Service
public class NameDelegate {

    private final Delegates delegates;
    private final Learners learners;
    private final AuditTrail audit;
    private final Clock clock;

    NameDelegate(Delegates delegates, Learners learners, AuditTrail audit, Clock clock) {
        this.delegates = delegates;
        this.learners = learners;
        this.audit = audit;
        this.clock = clock;
    }

    public enum Outcome {
        NAMED,
        ALREADY_SO,
        REMOVED,
        NOBODY_NAMED,
        /** Nobody reports to them. */
        NO_MANAGER,
        THEMSELF
    }

    /**
     * @param delegate a living account; null for nobody
     * @param by the manager, or an admin
     */
    public Outcome name(String manager, String delegate, String by) {
        Optional<String> before = delegates.of(manager);
        if (delegate == null) {
            if (before.isEmpty()) {
                return Outcome.NOBODY_NAMED;
            }
            delegates.remove(manager);
            note(manager, by, "delegate removed, was " + before.get());
            return Outcome.REMOVED;
        }
        if (delegate.equals(manager)) {
            return Outcome.THEMSELF;
        }
        if (!learners.manages(manager)) {
            return Outcome.NO_MANAGER;
        }
        if (before.filter(delegate::equals).isPresent()) {
            return Outcome.ALREADY_SO;
        }
        delegates.name(manager, delegate, clock.instant());
        note(manager, by, "delegate set to " + delegate);
        return Outcome.NAMED;
    }

    private void note(String manager, String by, String what) {
        audit.note(manager, by, what, "");
    }
}
