package dev.fieldcert.drip;

import java.time.LocalDate;
import java.time.LocalTime;

/** What a learner asked for in their own words, as far as it is about when they are contacted. */
public sealed interface Wish {

    /** Silence until {@code day}, on which contacts start again. */
    record PauseUntil(LocalDate day) implements Wish {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pauseUntil(this);
        }
    }

    record PauseUntilResumed() implements Wish {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pauseUntilResumed(this);
        }
    }

    record Resume() implements Wish {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.resume(this);
        }
    }

    /** Contacts at this time of day from now on. */
    record ContactAt(LocalTime time) implements Wish {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.contactAt(this);
        }
    }

    /** It cannot be; {@code sentence} says why, and what to say instead. */
    record Problem(String sentence) implements Wish {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.problem(this);
        }
    }

    <R> R match(Cases<R> cases);

    interface Cases<R> {
        R pauseUntil(PauseUntil wish);

        R pauseUntilResumed(PauseUntilResumed wish);

        R resume(Resume wish);

        R contactAt(ContactAt wish);

        R problem(Problem wish);
    }
}
