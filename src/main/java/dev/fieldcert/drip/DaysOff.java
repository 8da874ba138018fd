package dev.fieldcert.drip;

import java.time.LocalDate;

/** Days a learner entered as free, {@code first} and {@code last} included; none when {@code last} lies before. */
public record DaysOff(LocalDate first, LocalDate last) {

    public static DaysOff on(LocalDate day) {
        return new DaysOff(day, day);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
