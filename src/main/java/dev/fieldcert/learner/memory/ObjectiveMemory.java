package dev.fieldcert.learner.memory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well a learner remembers an objective that they have shown. The unit is the objective, not the question. FSRS
 * only decides when to ask; what the learner remembered is observed from the answers.
 *
 * @param shownOn the day on which a check last showed it
 * @param gradedOn the last day on which an answer counted
 * @param dueOn the day on which to ask next; null if it is not asked about until its renewal
 * @param renewsOn the day from which on the badge's renewal asks instead; null for a badge that does not expire
 * @param retrievals since the objective was first shown, newest last
 * @param timesAsked by question id, a number that is higher the more recently the question was asked; a question that is
 *     not in it has never been asked. The name is kept because it is stored: it once held counts
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

    /**
     * The maximum number of days until a missed objective is asked about again. A corrected error is lost after seven
     * days without another retrieval (Wang &amp; Yang 2021), so this leaves room for a weekend.
     */
    static final int MISS_RETURNS_WITHIN = 3;

    /** A memory counts as fading if its probability of recall is below this. */
    public static final double FADING = 0.9;

    static final int SUCCESSES = 3;
    static final int SUCCESSES_SPAN = 90;
    private static final int LONGEST = 36_500;
    private static final int REMEMBERED = 40;

    public ObjectiveMemory {
        retrievals = retrievals == null ? List.of() : List.copyOf(retrievals);
        timesAsked = timesAsked == null ? Map.of() : Map.copyOf(timesAsked);
    }

    /** Begins the memory of an objective that was shown for the first time, which counts as a good recall. */
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

    /** Records that the objective was shown again, for example in a renewal. */
    ObjectiveMemory shownAgain(LocalDate renewsOn, Map<String, Integer> more, RetrievalPace pace, LocalDate on) {
        Map<String, Integer> asked = after(timesAsked, more);
        Memory after = on.isAfter(gradedOn) ? Fsrs.next(memory, daysUntil(on), Recall.GOOD) : memory;
        ObjectiveMemory shown =
                new ObjectiveMemory(course, objective, after, on, on, null, renewsOn, retrievals, asked);
        return shown.dueAgain(shown.interval(pace));
    }

    /** Records an answer. Only the first answer on a day counts, because later ones are fresh in mind. */
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
        return new ObjectiveMemory(
                course,
                objective,
                memory,
                shownOn,
                gradedOn,
                dueOn,
                renewsOn,
                retrievals,
                after(timesAsked, Map.of(question, 1)));
    }

    /**
     * Adds questions that were asked after all of {@code before}.
     *
     * @param later by question id; the order among them, starting at 1
     */
    public static Map<String, Integer> after(Map<String, Integer> before, Map<String, Integer> later) {
        int latest = before.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<String, Integer> all = new LinkedHashMap<>(before);
        later.forEach((question, order) -> all.put(question, latest + order));
        return all;
    }

    /** Applies a new pace to the next due date; keeps the date after a miss. */
    ObjectiveMemory at(RetrievalPace pace) {
        return dueOn == null || wasMissed() ? this : dueAgain(interval(pace));
    }

    private int interval(RetrievalPace pace) {
        return Fsrs.interval(memory, pace.desiredRetention(), LONGEST);
    }

    /**
     * Sets the due date to that many days after the last answer that counted. There is none if its renewal comes first
     * or the objective is kept up.
     */
    private ObjectiveMemory dueAgain(int days) {
        LocalDate due = gradedOn.plusDays(days);
        boolean rests = isKeptUp() || renewsOn != null && !due.isBefore(renewsOn);
        return new ObjectiveMemory(
                course, objective, memory, shownOn, gradedOn, rests ? null : due, renewsOn, retrievals, timesAsked);
    }

    /**
     * Whether the last three spaced retrievals were correct, with no miss in between, and span at least 90 days from
     * the first to the last. If so, the bot does not ask about the objective again until its renewal.
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

    /** The state of the memory, as other people may see it. */
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

    /** Whether the last answer that counted was wrong. */
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

    /** The predicted probability, 0 to 1, that the learner recalls the objective on that day. */
    public double predicted(LocalDate day) {
        return Fsrs.retrievability(memory, Math.max(0, daysUntil(day)));
    }

    private int daysUntil(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(gradedOn, day);
    }
}
