package dev.fieldcert.drip;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The learner asked for silence.
 *
 * @param until the day contacts start again, in the learner's own zone; empty: only when they resume
 */
public record Pause(Optional<LocalDate> until) {

    public static Pause until(LocalDate day) {
        return new Pause(Optional.of(day));
    }

    public static Pause untilResumed() {
        return new Pause(Optional.empty());
    }
}
