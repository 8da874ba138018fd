package dev.fieldcert.team;

import dev.fieldcert.drip.WorkingDays;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Decides when a submission has waited so long for its reviewer that somebody else is asked. */
public final class ReviewEscalation {

    static final int WORKING_DAYS = 5;
    /** The times of day between which somebody else is asked, so that nobody is asked at night. */
    static final LocalTime MORNING = LocalTime.of(9, 0);

    static final LocalTime EVENING = LocalTime.of(18, 0);

    private ReviewEscalation() {}

    /**
     * Whether five working days have passed since submission. It becomes true on the fifth working day, at the time of
     * day of the submission at the earliest, and only on the reviewer's working days from 09:00 to 18:00.
     */
    public static boolean isOver(Instant submitted, Instant now, WorkingDays days, ZoneId zone) {
        ZonedDateTime then = submitted.atZone(zone);
        ZonedDateTime today = now.atZone(zone);
        int waited = days.between(then.toLocalDate(), today.toLocalDate());
        boolean over = waited > WORKING_DAYS
                || waited == WORKING_DAYS && !today.toLocalTime().isBefore(then.toLocalTime());
        return over
                && days.isWorking(today.toLocalDate())
                && !today.toLocalTime().isBefore(MORNING)
                && today.toLocalTime().isBefore(EVENING);
    }
}
