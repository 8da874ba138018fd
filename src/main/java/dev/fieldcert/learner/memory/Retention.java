package dev.fieldcert.learner.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a learner has shown and is to remember, and how the questions about it went lately.
 *
 * @param askedOn the last day on which the bot asked on its own; null before
 * @param askedThatDay how many questions that day
 * @param unanswered questions in a row that the learner did nothing after
 * @param notBefore "not today": nothing before this day; null for no such wish
 */
public record Retention(
        List<ObjectiveMemory> memories, LocalDate askedOn, int askedThatDay, int unanswered, LocalDate notBefore) {

    public static final Retention NONE = new Retention(List.of(), null, 0, 0, null);

    /** A day, whatever the budget leaves: the rest waits, so that no pause ends in a flood. */
    static final int MOST_A_DAY = 2;

    /** Who answers none of these hears no more until they do something. */
    static final int MOST_UNANSWERED = 3;

    public Retention {
        memories = memories == null ? List.of() : List.copyOf(memories);
    }

    /**
     * What to ask next.
     *
     * @param from the first day on which to ask
     */
    public record Next(ObjectiveMemory memory, LocalDate from) {

        /** A miss that comes back goes before new lessons. */
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

    /** The objectives of a course that were kept up: right three times in a row over at least 90 days. */
    public List<String> keptUp(String course) {
        return memories.stream()
                .filter(memory -> memory.course().equals(course) && memory.isKeptUp())
                .map(ObjectiveMemory::objective)
                .toList();
    }

    /** Those that are due today, the one to ask first at the head: misses, the oldest first; then the most faded. */
    public List<ObjectiveMemory> due(LocalDate today, Collection<String> notOf) {
        return asked(notOf)
                .filter(memory -> memory.isDue(today))
                .sorted(Comparator.comparing((ObjectiveMemory memory) -> !memory.wasMissed())
                        .thenComparing(memory -> memory.wasMissed() ? memory.gradedOn() : LocalDate.MAX)
                        .thenComparing(memory -> memory.predicted(today)))
                .toList();
    }

    /**
     * What the bot asks next on its own; empty when there is nothing, or nothing until the learner does something.
     *
     * @param notOf courses that are not asked about: renewed just now, or their badge is gone
     */
    public Optional<Next> next(RetrievalPace pace, Collection<String> notOf, LocalDate today) {
        if (pace == RetrievalPace.NONE || unanswered >= MOST_UNANSWERED) {
            return Optional.empty();
        }
        LocalDate first = firstDay(today);
        return due(first, notOf).stream()
                .findFirst()
                .or(() -> asked(notOf).min(Comparator.comparing(ObjectiveMemory::dueOn)))
                .map(memory -> new Next(memory, later(first, memory.dueOn())));
    }

    private Stream<ObjectiveMemory> asked(Collection<String> notOf) {
        return memories.stream()
                .filter(memory -> memory.dueOn() != null)
                .filter(memory -> !notOf.contains(memory.course()));
    }

    /** The first day on which anything may be asked. */
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
     * An objective was shown in a check.
     *
     * @param renewsOn null for a badge without an end
     * @param timesAsked by practice question, before
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

    /** A question was put to the learner. */
    public Retention asked(String course, String objective, String question) {
        return with(course, objective, memory -> memory.asked(question));
    }

    /** The bot asked on its own. */
    public Retention contacted(LocalDate today) {
        int thatDay = today.equals(askedOn) ? askedThatDay + 1 : 1;
        return new Retention(memories, today, thatDay, unanswered + 1, notBefore);
    }

    /** The learner did something. */
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
