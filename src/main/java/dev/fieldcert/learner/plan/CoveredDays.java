package dev.fieldcert.learner.plan;

import java.time.LocalDate;

/**
 * Consecutive working days on which Slack's Do Not Disturb blocked a contact for the rest of the day. Slack reports
 * only the next Do Not Disturb window, so a daily one is detected by finding it repeatedly.
 *
 * @param chosenTime number of days on which it covered everything from the learner's chosen time on
 * @param wholeDay how many of these days, counting back from the last one without a gap, were covered for all working
 *     hours
 * @param last the last of these days, in the learner's time zone; null if there is none
 * @param told whether the learner was notified that their working hours are covered
 */
public record CoveredDays(int chosenTime, int wholeDay, LocalDate last, boolean told) {

    public static final CoveredDays NONE = new CoveredDays(0, 0, null, false);

    /** The number of days from which on Do Not Disturb counts as a habit; fewer may be just a busy week. */
    public static final int HABIT = 3;

    /** Adds a day; adding the same day again does not count it twice. */
    public CoveredDays and(LocalDate day, boolean whole) {
        if (day.equals(last)) {
            return new CoveredDays(chosenTime, whole ? Math.max(1, wholeDay) : 0, last, told && whole);
        }
        return new CoveredDays(chosenTime + 1, whole ? wholeDay + 1 : 0, day, told && whole);
    }

    /** Whether the chosen time was covered on so many days ({@link #HABIT}) that waiting for it could take forever. */
    public boolean hidesChosenTime() {
        return chosenTime >= HABIT;
    }

    /** Whether all working hours were covered on so many days ({@link #HABIT}) that no contact gets through. */
    public boolean hidesWorkingDay() {
        return wholeDay >= HABIT;
    }

    public CoveredDays nowTold() {
        return new CoveredDays(chosenTime, wholeDay, last, true);
    }
}
