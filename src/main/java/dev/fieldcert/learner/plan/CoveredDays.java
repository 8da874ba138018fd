package dev.fieldcert.learner.plan;

import java.time.LocalDate;

/**
 * Working days in a row on which a contact was held back by Slack's Do Not Disturb for the rest of the day. Slack tells
 * only the next window, so that a daily one is known by finding it again and again.
 *
 * @param chosenTime days on which it covered all the time from the learner's chosen hour on
 * @param wholeDay of these, the latest in a row on which it covered all the working hours
 * @param last the latest of them, in the learner's zone; null when there is none
 * @param told whether the learner was told
 */
public record CoveredDays(int chosenTime, int wholeDay, LocalDate last, boolean told) {

    public static final CoveredDays NONE = new CoveredDays(0, 0, null, false);

    /** Less may be a busy week. */
    public static final int HABIT = 3;

    /** One more day; a day counts once. */
    public CoveredDays and(LocalDate day, boolean whole) {
        if (day.equals(last)) {
            return new CoveredDays(chosenTime, whole ? Math.max(1, wholeDay) : 0, last, told && whole);
        }
        return new CoveredDays(chosenTime + 1, whole ? wholeDay + 1 : 0, day, told && whole);
    }

    /** Whether waiting for the chosen hour would wait for ever. */
    public boolean hidesChosenTime() {
        return chosenTime >= HABIT;
    }

    /** Whether no contact gets through in working hours at all. */
    public boolean hidesWorkingDay() {
        return wholeDay >= HABIT;
    }

    public CoveredDays nowTold() {
        return new CoveredDays(chosenTime, wholeDay, last, true);
    }
}
