package dev.fieldcert.drip;

import dev.fieldcert.learner.plan.ContactContent;
import dev.fieldcert.learner.plan.ContactState;
import dev.fieldcert.learner.plan.DueAtRisk;
import dev.fieldcert.learner.plan.DueNotice;
import dev.fieldcert.learner.plan.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the bot does unprompted right now, and why. */
public sealed interface Decision {

    Reason reason();

    /** When to decide again if the learner does nothing; empty for now and for never. */
    Optional<Instant> again();

    <R> R match(Cases<R> cases);

    /**
     * Send this now.
     *
     * @param due due dates to mention with the contact
     * @param atRisk due dates that cannot be met at this pace, with the options to offer
     */
    record Send(ContactContent what, List<DueNotice> due, List<DueAtRisk> atRisk, Reason reason) implements Decision {
        public Send {
            due = List.copyOf(due);
            atRisk = List.copyOf(atRisk);
        }

        /** What to remember once the contact was sent. */
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

    /** Nothing before {@code instant}, which is always after the moment of the decision. Decide again then. */
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

    /** Nothing until the learner or an admin does something. */
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
