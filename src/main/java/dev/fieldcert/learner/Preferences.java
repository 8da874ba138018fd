package dev.fieldcert.learner;

import dev.fieldcert.learner.memory.RetrievalPace;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a learner chose.
 *
 * @param hour when contacts come, in the learner's own zone
 * @param days working days; empty stands for Monday to Friday
 * @param budget contacts a day at most, 1 to 5, over all courses together
 * @param country ISO 3166 code whose public holidays are quiet; null when unknown
 * @param daysOff single days on which nothing comes
 * @param pausedUntil nothing comes before this day; null when not paused
 * @param stopped true when the learner wants no contacts until they resume
 * @param askConfidence whether practice questions ask how sure the learner is
 * @param announceBadges whether the team hears of badges
 * @param publicName whether the public page of a badge may show the name
 * @param retrieval how often questions about what was earned come
 */
public record Preferences(
        LocalTime hour,
        Set<DayOfWeek> days,
        int budget,
        String country,
        List<LocalDate> daysOff,
        LocalDate pausedUntil,
        boolean stopped,
        boolean askConfidence,
        boolean announceBadges,
        boolean publicName,
        RetrievalPace retrieval) {

    public static final int MOST_CONTACTS_A_DAY = 5;
    public static final Set<DayOfWeek> MONDAY_TO_FRIDAY = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    /** 09:30, Monday to Friday, one contact a day. */
    public static final Preferences DEFAULT = new Preferences(
            LocalTime.of(9, 30),
            MONDAY_TO_FRIDAY,
            1,
            null,
            List.of(),
            null,
            false,
            false,
            true,
            false,
            RetrievalPace.AS_NEEDED);

    public Preferences {
        days = Set.copyOf(days);
        daysOff = daysOff == null ? List.of() : List.copyOf(daysOff);
        retrieval = retrieval == null ? RetrievalPace.AS_NEEDED : retrieval;
        if (budget < 1 || budget > MOST_CONTACTS_A_DAY) {
            throw new IllegalArgumentException("A budget is 1 to 5 contacts a day, not " + budget);
        }
    }

    /** Whether the learner wants nothing from us on that day. */
    public boolean isOnPause(LocalDate day) {
        return stopped || pausedUntil != null && day.isBefore(pausedUntil);
    }

    public Preferences pausedUntil(LocalDate day) {
        return new Preferences(
                hour, days, budget, country, daysOff, day, false, askConfidence, announceBadges, publicName, retrieval);
    }

    public Preferences stopped(boolean stopped) {
        return new Preferences(
                hour,
                days,
                budget,
                country,
                daysOff,
                null,
                stopped,
                askConfidence,
                announceBadges,
                publicName,
                retrieval);
    }

    public Preferences askingConfidence(boolean ask) {
        return new Preferences(
                hour, days, budget, country, daysOff, pausedUntil, stopped, ask, announceBadges, publicName, retrieval);
    }

    public Preferences contacts(
            LocalTime hour, Set<DayOfWeek> days, int budget, String country, List<LocalDate> daysOff) {
        return new Preferences(
                hour,
                days,
                budget,
                country,
                daysOff,
                pausedUntil,
                stopped,
                askConfidence,
                announceBadges,
                publicName,
                retrieval);
    }

    public Preferences badges(boolean announce, boolean publicName) {
        return new Preferences(
                hour,
                days,
                budget,
                country,
                daysOff,
                pausedUntil,
                stopped,
                askConfidence,
                announce,
                publicName,
                retrieval);
    }

    public Preferences retrieving(RetrievalPace pace) {
        return new Preferences(
                hour,
                days,
                budget,
                country,
                daysOff,
                pausedUntil,
                stopped,
                askConfidence,
                announceBadges,
                publicName,
                pace);
    }
}
