package dev.fieldcert.drip;

import java.time.LocalTime;

/** The part of a working day in which a person may be written to, in their own local time; {@code end} excluded. */
public record WorkingHours(LocalTime start, LocalTime end) {

    public static final WorkingHours DEFAULT = new WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 30));

    /** False when the day would end before it has begun; such hours are replaced by {@link #DEFAULT}. */
    public boolean isUsable() {
        return start.isBefore(end);
    }
}
