package dev.fieldcert.team;

import dev.fieldcert.learner.Fact;
import dev.fieldcert.learner.Learners;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** A manager says who reviews practicals beside them. Kept in the manager's audit. */
@Service
public class NameDelegate {

    private final Delegates delegates;
    private final Learners learners;
    private final Clock clock;

    NameDelegate(Delegates delegates, Learners learners, Clock clock) {
        this.delegates = delegates;
        this.learners = learners;
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

    /** @param delegate a living account; null for nobody */
    public Outcome name(String manager, String delegate) {
        Optional<String> before = delegates.of(manager);
        if (delegate == null) {
            if (before.isEmpty()) {
                return Outcome.NOBODY_NAMED;
            }
            delegates.remove(manager);
            note(manager, "delegate removed, was " + before.get());
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
        Instant now = clock.instant();
        delegates.name(manager, delegate, now);
        note(manager, "delegate set to " + delegate);
        return Outcome.NAMED;
    }

    private void note(String manager, String what) {
        learners.record(
                List.of(new Fact.Audited(UUID.randomUUID().toString(), manager, manager, what, "", clock.instant())));
    }
}
