package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.ContactContent;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.DueAtRisk;
import dev.fieldcert.learner.plan.DueNotice;
import dev.fieldcert.learner.plan.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the bot does on its own initiative right now, and why. */
public sealed interface Decision {

    Reason reason();

    /** When to decide again if the learner does nothing; empty after {@link Send} and {@link Waiting}. */
    Optional<Instant> again();

    <R> R match(Cases<R> cases);

    /**
     * Send a contact now.
     *
     * @param due due dates to mention in the contact
     * @param atRisk due dates that cannot be met at the current pace, with the options to offer
     */
    record Send(ContactContent what, List<DueNotice> due, List<DueAtRisk> atRisk, Reason reason) implements Decision {
        public Send {
            due = List.copyOf(due);
            atRisk = List.copyOf(atRisk);
        }

        /** The state to store after the contact was sent. */
        public ContactState after(ContactState before, Instant at) {
            return before.contacted(what, due, atRisk, at);
        }

        @Override
        public Optional<Instant> again() {
            return Optional.empty();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.send(this);
        }
    }

    /** Send nothing before {@code instant}, which is always after the time of the decision, and decide again then. */
    record NotBefore(Instant instant, Reason reason) implements Decision {
        @Override
        public Optional<Instant> again() {
            return Optional.of(instant);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notBefore(this);
        }
    }

    /** Send nothing until the learner or an admin does something. */
    record Waiting(Reason reason) implements Decision {
        @Override
        public Optional<Instant> again() {
            return Optional.empty();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.waiting(this);
        }
    }

    interface Cases<R> {
        R send(Send send);

        R notBefore(NotBefore notBefore);

        R waiting(Waiting waiting);
    }
}
