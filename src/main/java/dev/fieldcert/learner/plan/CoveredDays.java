package dev.fieldcert.learner.plan;

import java.time.LocalDate;

/**
 * Consecutive working days on which Slack's Do Not Disturb blocked a contact for the rest of the day. Slack reports
 * only the next window, so a daily one is detected by finding it repeatedly.
 *
 * @param chosenTime days on which it covered everything from the learner's chosen time on
 * @param wholeDay the latest consecutive ones of these on which it covered all working hours
 * @param last the latest of them, in the learner's zone; null when there is none
 * @param told whether the learner was told
 */
public record CoveredDays(int chosenTime, int wholeDay, LocalDate last, boolean told) {

    public static final CoveredDays NONE = new CoveredDays(0, 0, null, false);

    /** Fewer may be a busy week. */
    public static final int HABIT = 3;

    /** One more day; a day counts once. */
    public CoveredDays and(LocalDate day, boolean whole) {
        if (day.equals(last)) {
            return new CoveredDays(chosenTime, whole ? Math.max(1, wholeDay) : 0, last, told && whole);
        }
        return new CoveredDays(chosenTime + 1, whole ? wholeDay + 1 : 0, day, told && whole);
    }

    /** Whether waiting for the chosen hour would never end. */
    public boolean hidesChosenTime() {
        return chosenTime >= HABIT;
    }

    /** Whether no contact gets through during working hours. */
    public boolean hidesWorkingDay() {
        return wholeDay >= HABIT;
    }

    public CoveredDays nowTold() {
        return new CoveredDays(chosenTime, wholeDay, last, true);
    }
}
