package dev.fieldcert.drip;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;

/**
 * The snooze options on a contact. Each counts from the click, no matter how old the contact is, and the contact
 * resumes within the learner's working hours.
 */
public enum Snooze {
    ONE_HOUR,
    THIS_AFTERNOON,
    TOMORROW,
    NEXT_WEEK;

    private static final LocalTime AFTERNOON = LocalTime.of(14, 0);
    private static final Duration AT_LEAST = Duration.ofHours(1);

    /**
     * When the contact resumes: the first allowed instant at or after the chosen time, always after {@code clicked}.
     * From 14:00 on, "this afternoon" means one hour later. A time after working hours becomes the next working day.
     */
    public Instant until(Instant clicked, ContactWindows windows) {
        LocalDate today = windows.dayOf(clicked);
        Instant wanted = switch (this) {
            case ONE_HOUR -> clicked.plus(AT_LEAST);
            case THIS_AFTERNOON -> {
                Instant afternoon =
                        today.atTime(AFTERNOON).atZone(windows.zone()).toInstant();
                yield afternoon.isAfter(clicked) ? afternoon : clicked.plus(AT_LEAST);
            }
            case TOMORROW -> windows.chosenTimeOn(today.plusDays(1));
            case NEXT_WEEK -> windows.chosenTimeOn(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        };
        return windows.nextAllowed(ContactWindows.wholeSecond(wanted));
    }
}
