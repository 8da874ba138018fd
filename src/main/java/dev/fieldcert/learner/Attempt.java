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
 * One run of questions, answered in order. The questions of practice and reviews are all drawn at the start. A check
 * or test-out starts with one question for each of its objectives. It then adds one more for each objective that is
 * still undecided, until all are decided.
 *
 * @param id unique for the learner, and random enough to be unique among all learners
 * @param objective the only objective it covers; null for the whole course
 * @param version of the program with which the run started; the run keeps it
 * @param keptUp objectives for which a renewal asks only one question, because the learner kept them up
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
        /** One question about an objective that was shown before. */
        RETRIEVAL("retrieval");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        /** Whether the learner sees each grade right away; otherwise all grades are shown at the end. */
        public boolean marksAtOnce() {
            return this == PRACTICE || this == REVIEW || this == RETRIEVAL;
        }
    }

    /**
     * One question of the run.
     *
     * @param seed determines the order of the options and the values of the variables
     * @param answer as {@link Answer#stored}; the choices so far for an unfinished scenario; empty if unanswered
     * @param score 0 to 1; null until the question is answered completely
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

        /** Whether the course's rule counts it as correct: it was answered, with the full score. */
        public boolean isRight() {
            return isAnswered() && score >= 1;
        }

        public Optional<Answer> given() {
            return answer.isEmpty() ? Optional.empty() : Optional.of(Answer.of(answer));
        }

        Item onTheWay(Answer answer, Confidence confidence) {
            return new Item(question, objective, seed, answer.stored(), null, confidence, null);
        }

        /** Returns the same answer with its score under another key. */
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

    /** The index of the first unanswered item; the number of items if all are answered. */
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

    /** The average score of its items, 0 to 1; unanswered items count as 0. */
    public double score() {
        return items.stream()
                .mapToDouble(item -> item.isAnswered() ? item.score() : 0)
                .average()
                .orElse(0);
    }

    /** The average score of one objective's items, 0 to 1; unanswered items count as 0. */
    public double score(String objective) {
        return of(objective)
                .mapToDouble(item -> item.isAnswered() ? item.score() : 0)
                .average()
                .orElse(0);
    }

    /** The number of answered questions about one objective. */
    public int asked(String objective) {
        return (int) of(objective).filter(Item::isAnswered).count();
    }

    /** The number of answers with the full score about one objective. */
    public int right(String objective) {
        return (int) of(objective).filter(Item::isRight).count();
    }

    private Stream<Item> of(String objective) {
        return items.stream().filter(item -> item.objective().equals(objective));
    }

    /** What the answers so far decide about an objective, by the course's rule. */
    public MasteryRule.Verdict verdict(Course course, Objective objective) {
        return rule(course, objective).after(right(objective.id()), asked(objective.id()));
    }

    private MasteryRule rule(Course course, Objective objective) {
        MasteryRule rule = course.rule(objective);
        return keptUp.contains(objective.id()) ? rule.whenKeptUp() : rule;
    }

    /**
     * Whether one right answer was enough for the objective, because it was kept up and a renewal asked only once.
     */
    public boolean isShownAtOnce(String objective) {
        return keptUp.contains(objective) && asked(objective) == 1 && right(objective) == 1;
    }

    /** The course's objectives that this run is about. */
    public List<Objective> objectives(Course course) {
        return course.objectives().stream()
                .filter(objective -> of(objective.id()).findAny().isPresent())
                .toList();
    }

    /** The most questions that the run can have, including those that may still be added. */
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
