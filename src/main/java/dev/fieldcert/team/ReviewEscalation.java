package dev.fieldcert.team;

import dev.fieldcert.drip.WorkingDays;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How long a submission waits for its reviewer before somebody else is asked. */
public final class ReviewEscalation {

    static final int WORKING_DAYS = 5;
    /** Nobody is asked at night. */
    static final LocalTime MORNING = LocalTime.of(9, 0);

    private ReviewEscalation() {}

    /**
     * Whether five working days have passed: on the fifth working day after submission, not before the time of day it
     * was submitted, and only within the reviewer's working hours.
     */
    public static boolean isOver(Instant submitted, Instant now, WorkingDays days, ZoneId zone) {
        ZonedDateTime then = submitted.atZone(zone);
        ZonedDateTime today = now.atZone(zone);
        int waited = days.between(then.toLocalDate(), today.toLocalDate());
        boolean over = waited > WORKING_DAYS
                || waited == WORKING_DAYS && !today.toLocalTime().isBefore(then.toLocalTime());
        return over
                && days.isWorking(today.toLocalDate())
                && !today.toLocalTime().isBefore(MORNING);
    }
}
