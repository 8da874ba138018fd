package dev.fieldcert.learner.memory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an objective is remembered that the learner has shown. The unit is the objective, not the question: FSRS decides when
 * to ask, the answers say what is observed.
 *
 * @param shownOn when it was shown in a check
 * @param gradedOn the last day on which an answer counted
 * @param dueOn when to ask next; null when it is left alone until its renewal
 * @param renewsOn from when on the badge's renewal asks instead; null for a badge without an end
 * @param retrievals since it was shown first, the newest last
 * @param timesAsked by question of the objective, so that one shown least is asked next
 */
public record ObjectiveMemory(
        String course,
        String objective,
        Memory memory,
        LocalDate shownOn,
        LocalDate gradedOn,
        LocalDate dueOn,
        LocalDate renewsOn,
        List<Retrieval> retrievals,
        Map<String, Integer> timesAsked) {

    /** A repaired error is gone after seven days without another retrieval (Wang &amp; Yang 2021); a weekend fits in. */
    static final int MISS_RETURNS_WITHIN = 3;

    /** Below this probability of recall a memory fades. */
    public static final double FADING = 0.9;

    static final int SUCCESSES = 3;
    static final int SUCCESSES_SPAN = 90;
    private static final int LONGEST = 36_500;
    private static final int REMEMBERED = 40;

    public ObjectiveMemory {
        retrievals = retrievals == null ? List.of() : List.copyOf(retrievals);
        timesAsked = timesAsked == null ? Map.of() : Map.copyOf(timesAsked);
    }

    /** Shown for the first time: as a good recall. */
    static ObjectiveMemory shown(
            String course,
            String objective,
            LocalDate renewsOn,
            Map<String, Integer> asked,
            RetrievalPace pace,
            LocalDate on) {
        ObjectiveMemory shown = new ObjectiveMemory(
                course, objective, Fsrs.first(Recall.GOOD), on, on, null, renewsOn, List.of(), asked);
        return shown.dueAgain(shown.interval(pace));
    }

    /** Shown again, as a renewal does. */
    ObjectiveMemory shownAgain(LocalDate renewsOn, Map<String, Integer> more, RetrievalPace pace, LocalDate on) {
        Map<String, Integer> asked = new LinkedHashMap<>(timesAsked);
        more.forEach((question, times) -> asked.merge(question, times, Integer::sum));
        Memory after = on.isAfter(gradedOn) ? Fsrs.next(memory, daysUntil(on), Recall.GOOD) : memory;
        ObjectiveMemory shown =
                new ObjectiveMemory(course, objective, after, on, on, null, renewsOn, retrievals, asked);
        return shown.dueAgain(shown.interval(pace));
    }

    /** Takes an answer down. Only the first one of a day counts: after it, the answer is fresh in mind. */
    ObjectiveMemory answered(Recall recall, RetrievalPace pace, LocalDate on) {
        if (!on.isAfter(gradedOn)) {
            return this;
        }
        boolean right = recall != Recall.AGAIN;
        List<Retrieval> all = new ArrayList<>(retrievals);
        all.add(new Retrieval(on, daysUntil(on), right, memory.stability()));
        List<Retrieval> kept = all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
        ObjectiveMemory after = new ObjectiveMemory(
                course,
                objective,
                Fsrs.next(memory, daysUntil(on), recall),
                shownOn,
                on,
                null,
                renewsOn,
                kept,
                timesAsked);
        int days = after.interval(pace);
        return after.dueAgain(right ? days : Math.min(days, MISS_RETURNS_WITHIN));
    }

    ObjectiveMemory asked(String question) {
        Map<String, Integer> asked = new LinkedHashMap<>(timesAsked);
        asked.merge(question, 1, Integer::sum);
        return new ObjectiveMemory(course, objective, memory, shownOn, gradedOn, dueOn, renewsOn, retrievals, asked);
    }

    /** The learner wants to be asked more or less often from now on. */
    ObjectiveMemory at(RetrievalPace pace) {
        return dueOn == null || wasMissed() ? this : dueAgain(interval(pace));
    }

    private int interval(RetrievalPace pace) {
        return Fsrs.interval(memory, pace.desiredRetention(), LONGEST);
    }

    /** So many days after the last answer that counted, unless its renewal comes first or it is kept up. */
    private ObjectiveMemory dueAgain(int days) {
        LocalDate due = gradedOn.plusDays(days);
        boolean rests = isKeptUp() || renewsOn != null && !due.isBefore(renewsOn);
        return new ObjectiveMemory(
                course, objective, memory, shownOn, gradedOn, rests ? null : due, renewsOn, retrievals, timesAsked);
    }

    /**
     * Whether the last three spaced retrievals were right and lie at least 90 days apart: then it is left alone until its
     * renewal.
     */
    public boolean isKeptUp() {
        List<Retrieval> spaced = new ArrayList<>();
        for (int i = retrievals.size() - 1; i >= 0 && spaced.size() < SUCCESSES; i--) {
            Retrieval retrieval = retrievals.get(i);
            if (!retrieval.right()) {
                return false;
            }
            if (retrieval.isSpaced()) {
                spaced.add(retrieval);
            }
        }
        return spaced.size() == SUCCESSES
                && ChronoUnit.DAYS.between(
                                spaced.get(SUCCESSES - 1).on(), spaced.get(0).on())
                        >= SUCCESSES_SPAN;
    }

    /** How it stands, as somebody else may see it. */
    public enum Trend {
        KEPT_UP,
        FADING,
        NOT_ASKED
    }

    public Trend trend(LocalDate today) {
        if (retrievals.isEmpty()) {
            return Trend.NOT_ASKED;
        }
        return isKeptUp() || !wasMissed() && predicted(today) >= FADING ? Trend.KEPT_UP : Trend.FADING;
    }

    /** Whether the last answer that counted was not right. */
    public boolean wasMissed() {
        return !retrievals.isEmpty() && !retrievals.get(retrievals.size() - 1).right();
    }

    public boolean isDue(LocalDate today) {
        return dueOn != null && !dueOn.isAfter(today);
    }

    public Optional<LocalDate> due() {
        return Optional.ofNullable(dueOn);
    }

    public Optional<LocalDate> renews() {
        return Optional.ofNullable(renewsOn);
    }

    /** A prediction: how likely it is recalled on that day, 0 to 1. */
    public double predicted(LocalDate day) {
        return Fsrs.retrievability(memory, Math.max(0, daysUntil(day)));
    }

    private int daysUntil(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(gradedOn, day);
    }
}
