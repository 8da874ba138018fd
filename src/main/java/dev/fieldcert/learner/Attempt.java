package dev.fieldcert.learner;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.MasteryRule;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.stored.StoredEnum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One run of questions, answered in order. Practice and reviews are drawn at once. A run that certifies has one
 * question of each of its objectives to begin with and goes on, one more for each that is not decided yet, until all
 * are.
 *
 * @param id unique within the learner, and random enough to be unique among all
 * @param objective the only objective it covers; null for the whole course
 * @param version of the program it started with and keeps
 * @param keptUp objectives that a renewal asks about once, because their holder kept them up
 */
public record Attempt(
        String id,
        Kind kind,
        String course,
        String objective,
        String version,
        Instant startedAt,
        List<Item> items,
        List<String> keptUp) {

    public enum Kind implements StoredEnum {
        PRACTICE("practice"),
        REVIEW("review"),
        CHECK("check"),
        TEST_OUT("test-out"),
        /** One question about an objective that was shown. */
        RETRIEVAL("retrieval");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        /** Whether the learner sees each grade at once, or all of them at the end. */
        public boolean marksAtOnce() {
            return this == PRACTICE || this == REVIEW || this == RETRIEVAL;
        }
    }

    /**
     * One question of the run.
     *
     * @param seed decides the order of options and the variables
     * @param answer as {@link Answer#stored}; for an unfinished scenario the choices so far; empty when unanswered
     * @param score null until it is answered completely
     */
    public record Item(
            String question,
            String objective,
            long seed,
            List<String> answer,
            Double score,
            Confidence confidence,
            Instant answeredAt) {

        public Item {
            answer = answer == null ? List.of() : List.copyOf(answer);
        }

        public static Item open(String question, String objective, long seed) {
            return new Item(question, objective, seed, List.of(), null, null, null);
        }

        public boolean isAnswered() {
            return score != null;
        }

        /** Whether it counts as right for the rule: answered, with the full score. */
        public boolean isRight() {
            return isAnswered() && score >= 1;
        }

        public Optional<Answer> given() {
            return answer.isEmpty() ? Optional.empty() : Optional.of(Answer.of(answer));
        }

        Item onTheWay(Answer answer, Confidence confidence) {
            return new Item(question, objective, seed, answer.stored(), null, confidence, null);
        }

        /** As it counts by another key. */
        public Item scored(double score) {
            return new Item(question, objective, seed, answer, score, confidence, answeredAt);
        }

        public Item answered(Answer answer, double score, Confidence confidence, Instant at) {
            return new Item(question, objective, seed, answer.stored(), score, confidence, at);
        }
    }

    public Attempt {
        items = List.copyOf(items);
        keptUp = keptUp == null ? List.of() : List.copyOf(keptUp);
    }

    /** Index of the first unanswered item; the number of items when all are answered. */
    public int position() {
        int position = 0;
        while (position < items.size() && items.get(position).isAnswered()) {
            position++;
        }
        return position;
    }

    public boolean isOver() {
        return position() == items.size();
    }

    /** Average score of its items, 0 to 1; unanswered items count 0. */
    public double score() {
        return items.stream()
                .mapToDouble(item -> item.isAnswered() ? item.score() : 0)
                .average()
                .orElse(0);
    }

    /** Average score of one objective's items, 0 to 1. */
    public double score(String objective) {
        return of(objective)
                .mapToDouble(item -> item.isAnswered() ? item.score() : 0)
                .average()
                .orElse(0);
    }

    /** Answered questions of one objective. */
    public int asked(String objective) {
        return (int) of(objective).filter(Item::isAnswered).count();
    }

    /** Answers with the full score of one objective. */
    public int right(String objective) {
        return (int) of(objective).filter(Item::isRight).count();
    }

    private Stream<Item> of(String objective) {
        return items.stream().filter(item -> item.objective().equals(objective));
    }

    /** What the answers up to here decide of an objective, by the course's rule. */
    public MasteryRule.Verdict verdict(Course course, Objective objective) {
        return rule(course, objective).after(right(objective.id()), asked(objective.id()));
    }

    private MasteryRule rule(Course course, Objective objective) {
        MasteryRule rule = course.rule(objective);
        return keptUp.contains(objective.id()) ? rule.whenKeptUp() : rule;
    }

    /** Whether this objective was shown by the one question that a renewal asks of what was kept up. */
    public boolean isShownAtOnce(String objective) {
        return keptUp.contains(objective) && asked(objective) == 1 && right(objective) == 1;
    }

    /** The course's objectives that this run is about. */
    public List<Objective> objectives(Course course) {
        return course.objectives().stream()
                .filter(objective -> of(objective.id()).findAny().isPresent())
                .toList();
    }

    /** How many questions it has when each that can still come does. */
    public int atMost(Course course) {
        if (kind.marksAtOnce()) {
            return items.size();
        }
        return objectives(course).stream()
                .mapToInt(objective -> Math.max(
                        (int) of(objective.id()).count(),
                        asked(objective.id())
                                + rule(course, objective).atMostAfter(right(objective.id()), asked(objective.id()))))
                .sum();
    }

    Attempt with(int index, Item item) {
        List<Item> changed = new ArrayList<>(items);
        changed.set(index, item);
        return new Attempt(id, kind, course, objective, version, startedAt, changed, keptUp);
    }

    Attempt and(List<Item> more) {
        List<Item> all = new ArrayList<>(items);
        all.addAll(more);
        return new Attempt(id, kind, course, objective, version, startedAt, all, keptUp);
    }
}
