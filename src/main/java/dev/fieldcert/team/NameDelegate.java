package dev.fieldcert.team;

import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.StoredResult;
import dev.fieldcert.learner.record.AuditTrail;
import java.time.Clock;
import java.util.Objects;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Sets or removes a manager's delegate, and records this in the manager's audit log. */
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

    public sealed interface Outcome {

        /** The delegate was changed. */
        sealed interface Done extends Outcome, StoredResult {

            /** The previous delegate; null if there was none. */
            String before();
        }

        @Document
        @TypeAlias("result:delegate-named")
        record Named(String before) implements Done {}

        @Document
        @TypeAlias("result:delegate-removed")
        record Removed(String before) implements Done {}

        record AlreadySo() implements Outcome {}

        record NobodyNamed() implements Outcome {}

        /** The person who should get a delegate manages nobody. */
        record NoManager() implements Outcome {}

        record Themself() implements Outcome {}
    }

    /**
     * @param delegate an active account; null to remove the delegate
     * @param by who asked for this: the manager or an admin
     */
    public Outcome name(String manager, String delegate, String by) {
        Outcome outcome = delegates
                .resultOf(manager, Outcome.Done.class)
                .<Outcome>map(done -> done)
                .orElseGet(() -> change(manager, delegate));
        if (outcome instanceof Outcome.Named) {
            note(manager, by, AuditedAction.of(AuditedAction.Code.DELEGATE_SET, delegate));
        } else if (outcome instanceof Outcome.Removed removed) {
            note(manager, by, AuditedAction.of(AuditedAction.Code.DELEGATE_REMOVED, removed.before()));
        }
        return outcome;
    }

    private Outcome change(String manager, String delegate) {
        String before = delegates.of(manager).orElse(null);
        if (delegate == null && before == null) {
            return new Outcome.NobodyNamed();
        }
        if (manager.equals(delegate)) {
            return new Outcome.Themself();
        }
        if (delegate != null && !learners.manages(manager)) {
            return new Outcome.NoManager();
        }
        if (Objects.equals(before, delegate)) {
            return new Outcome.AlreadySo();
        }
        Outcome.Done done = delegate == null ? new Outcome.Removed(before) : new Outcome.Named(before);
        delegates.name(manager, delegate, done, clock.instant());
        return done;
    }

    private void note(String manager, String by, AuditedAction what) {
        audit.note(manager, by, what, "");
    }
}
