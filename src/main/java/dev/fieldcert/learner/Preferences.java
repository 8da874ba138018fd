package dev.fieldcert.learner;

import dev.fieldcert.learner.memory.RetrievalPace;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a learner chose.
 *
 * @param hour when to send contacts, in the learner's time zone
 * @param days working days; empty means Monday to Friday
 * @param budget maximum number of contacts a day, 1 to 5, for all courses together
 * @param country ISO 3166 code of the country on whose public holidays nothing is sent; null if unknown
 * @param daysOff other days on which nothing is sent
 * @param pausedUntil nothing is sent before this day; null if not paused
 * @param stopped whether the learner wants no contacts until they resume
 * @param askConfidence whether practice questions ask the learner how sure they are
 * @param announceBadges whether badges are announced to the team
 * @param publicName whether the public page of a badge may show the learner's name
 * @param retrieval how often to send retrieval questions
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

    /** Whether the learner does not want to get anything from the bot on that day. */
    public boolean isOnPause(LocalDate day) {
        return stopped || pausedUntil != null && day.isBefore(pausedUntil);
    }

    public Preferences pausedUntil(LocalDate day) {
        return with(now -> {
            now.pausedUntil = day;
            now.stopped = false;
        });
    }

    public Preferences stopped(boolean stopped) {
        return with(now -> {
            now.pausedUntil = null;
            now.stopped = stopped;
        });
    }

    public Preferences askingConfidence(boolean ask) {
        return with(now -> now.askConfidence = ask);
    }

    public Preferences contacts(
            LocalTime hour, Set<DayOfWeek> days, int budget, String country, List<LocalDate> daysOff) {
        return with(now -> {
            now.hour = hour;
            now.days = days;
            now.budget = budget;
            now.country = country;
            now.daysOff = daysOff;
        });
    }

    public Preferences badges(boolean announce, boolean publicName) {
        return with(now -> {
            now.announceBadges = announce;
            now.publicName = publicName;
        });
    }

    public Preferences retrieving(RetrievalPace pace) {
        return with(now -> now.retrieval = pace);
    }

    private Preferences with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** A mutable copy, for changing some of the preferences. */
    private static final class Draft {

        private LocalTime hour;
        private Set<DayOfWeek> days;
        private int budget;
        private String country;
        private List<LocalDate> daysOff;
        private LocalDate pausedUntil;
        private boolean stopped;
        private boolean askConfidence;
        private boolean announceBadges;
        private boolean publicName;
        private RetrievalPace retrieval;

        Draft(Preferences before) {
            hour = before.hour;
            days = before.days;
            budget = before.budget;
            country = before.country;
            daysOff = before.daysOff;
            pausedUntil = before.pausedUntil;
            stopped = before.stopped;
            askConfidence = before.askConfidence;
            announceBadges = before.announceBadges;
            publicName = before.publicName;
            retrieval = before.retrieval;
        }

        Preferences done() {
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
    }
}
