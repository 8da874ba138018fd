package dev.fieldcert.learner.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The objectives that a learner has shown and should remember, and how the bot's recent questions about them went.
 *
 * @param askedOn the last day on which the bot asked on its own; null before the first time
 * @param askedThatDay how many questions the bot asked on that day
 * @param unanswered how many questions the bot has asked on its own since the learner was last active
 * @param notBefore the day before which nothing is asked, because the learner chose "Not today"; null if they did not
 */
public record Retention(
        List<ObjectiveMemory> memories, LocalDate askedOn, int askedThatDay, int unanswered, LocalDate notBefore) {

    public static final Retention NONE = new Retention(List.of(), null, 0, 0, null);

    /**
     * The maximum number of questions a day, even if the budget allows more, so that the learner is not flooded after
     * a pause.
     */
    static final int MOST_A_DAY = 2;

    /** After this many unanswered questions, the bot asks no more until the learner is active again. */
    static final int MOST_UNANSWERED = 3;

    public Retention {
        memories = memories == null ? List.of() : List.copyOf(memories);
    }

    /**
     * What the bot asks about next.
     *
     * @param from the first day on which to ask
     */
    public record Next(ObjectiveMemory memory, LocalDate from) {

        /** Whether this repeats a question that the learner missed; if so, it takes priority over new lessons. */
        public boolean isPressing() {
            return memory.wasMissed();
        }
    }

    public Optional<ObjectiveMemory> of(String course, String objective) {
        return memories.stream()
                .filter(memory ->
                        memory.course().equals(course) && memory.objective().equals(objective))
                .findFirst();
    }

    /** The objectives of a course that were kept up, as defined by {@link ObjectiveMemory#isKeptUp}. */
    public List<String> keptUp(String course) {
        return memories.stream()
                .filter(memory -> memory.course().equals(course) && memory.isKeptUp())
                .map(ObjectiveMemory::objective)
                .toList();
    }

    /**
     * The objectives due today, in the order to ask about them: missed ones first, oldest miss first; then the others,
     * starting with the one most likely to be forgotten.
     */
    public List<ObjectiveMemory> due(LocalDate today, Collection<String> notOf) {
        return due(today, memory -> !notOf.contains(memory.course()));
    }

    private List<ObjectiveMemory> due(LocalDate today, Predicate<ObjectiveMemory> askable) {
        return asked(askable)
                .filter(memory -> memory.isDue(today))
                .sorted(Comparator.comparing((ObjectiveMemory memory) -> !memory.wasMissed())
                        .thenComparing(memory -> memory.wasMissed() ? memory.gradedOn() : LocalDate.MAX)
                        .thenComparing(memory -> memory.predicted(today)))
                .toList();
    }

    /**
     * What the bot asks next on its own; empty if there is nothing to ask, or if the bot asks nothing until the
     * learner is active.
     *
     * @param askable whether there is a question about this objective that the bot may ask
     */
    public Optional<Next> next(RetrievalPace pace, Predicate<ObjectiveMemory> askable, LocalDate today) {
        if (pace == RetrievalPace.NONE || unanswered >= MOST_UNANSWERED) {
            return Optional.empty();
        }
        LocalDate first = firstDay(today);
        return due(first, askable).stream()
                .findFirst()
                .or(() -> asked(askable).min(Comparator.comparing(ObjectiveMemory::dueOn)))
                .map(memory -> new Next(memory, later(first, memory.dueOn())));
    }

    private Stream<ObjectiveMemory> asked(Predicate<ObjectiveMemory> askable) {
        return memories.stream().filter(memory -> memory.dueOn() != null).filter(askable);
    }

    /** The first day on which the bot may ask anything. */
    private LocalDate firstDay(LocalDate today) {
        LocalDate first = notBefore == null ? today : later(today, notBefore);
        if (askedOn == null) {
            return first;
        }
        int pause = unanswered > 0 ? unanswered : askedThatDay >= MOST_A_DAY ? 1 : 0;
        return later(first, askedOn.plusDays(pause));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Records that an objective was shown in a check.
     *
     * @param renewsOn the day from which on the badge's renewal asks instead; null for a badge that does not expire
     * @param timesAsked by question id, the order in which the course asked its questions, starting at 1
     */
    public Retention shown(
            String course,
            String objective,
            LocalDate renewsOn,
            Map<String, Integer> timesAsked,
            RetrievalPace pace,
            LocalDate on) {
        List<ObjectiveMemory> all = new ArrayList<>(memories);
        Optional<ObjectiveMemory> before = of(course, objective);
        before.ifPresent(all::remove);
        all.add(before.map(memory -> memory.shownAgain(renewsOn, timesAsked, pace, on))
                .orElseGet(() -> ObjectiveMemory.shown(course, objective, renewsOn, timesAsked, pace, on)));
        return with(all);
    }

    /** Records that the learner was asked a question. */
    public Retention asked(String course, String objective, String question) {
        return with(course, objective, memory -> memory.asked(question));
    }

    /** Records that the bot asked on its own. */
    public Retention contacted(LocalDate today) {
        int thatDay = today.equals(askedOn) ? askedThatDay + 1 : 1;
        return new Retention(memories, today, thatDay, unanswered + 1, notBefore);
    }

    /** Records that the learner was active. */
    public Retention heardFrom() {
        return unanswered == 0 ? this : new Retention(memories, askedOn, askedThatDay, 0, notBefore);
    }

    public Retention answered(String course, String objective, Recall recall, RetrievalPace pace, LocalDate on) {
        return with(course, objective, memory -> memory.answered(recall, pace, on));
    }

    public Retention notBefore(LocalDate day) {
        return new Retention(memories, askedOn, askedThatDay, unanswered, day);
    }

    public Retention at(RetrievalPace pace) {
        return with(memories.stream().map(memory -> memory.at(pace)).toList());
    }

    private Retention with(String course, String objective, UnaryOperator<ObjectiveMemory> change) {
        return with(memories.stream()
                .map(memory ->
                        memory.course().equals(course) && memory.objective().equals(objective)
                                ? change.apply(memory)
                                : memory)
                .toList());
    }

    private Retention with(List<ObjectiveMemory> changed) {
        return new Retention(changed, askedOn, askedThatDay, unanswered, notBefore);
    }
}
