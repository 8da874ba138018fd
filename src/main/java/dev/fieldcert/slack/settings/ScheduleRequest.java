package dev.fieldcert.slack.settings;

import java.time.LocalDate;
import java.time.LocalTime;

/** A learner's typed request about when they are contacted. */
sealed interface ScheduleRequest {

    /** A pause until {@code day}, on which contacts start again. */
    record PauseUntil(LocalDate day) implements ScheduleRequest {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pauseUntil(this);
        }
    }

    record PauseUntilResumed() implements ScheduleRequest {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pauseUntilResumed(this);
        }
    }

    record Resume() implements ScheduleRequest {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.resume(this);
        }
    }

    /** To be contacted at this time of day from now on. */
    record ContactAt(LocalTime time) implements ScheduleRequest {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.contactAt(this);
        }
    }

    /** The request is impossible; {@code sentence} says why, and what to type instead. */
    record Problem(String sentence) implements ScheduleRequest {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.problem(this);
        }
    }

    <R> R match(Cases<R> cases);

    interface Cases<R> {
        R pauseUntil(PauseUntil request);

        R pauseUntilResumed(PauseUntilResumed request);

        R resume(Resume request);

        R contactAt(ContactAt request);

        R problem(Problem request);
    }
}
