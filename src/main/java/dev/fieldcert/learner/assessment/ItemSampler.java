package dev.fieldcert.learner.assessment;

import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.learner.Attempt;
import dev.fieldcert.learner.ReviewItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Draws questions from a pool: unseen ones first, in random order; then the others, starting with the one seen longest
 * ago.
 */
final class ItemSampler {

    private final Random random;
    private final Map<String, Integer> lastShown;

    ItemSampler(long seed, Map<String, Integer> lastShown) {
        this.random = new Random(seed);
        this.lastShown = lastShown;
    }

    List<Attempt.Item> from(Objective objective, List<Question> pool, int count) {
        List<Question> shuffled = new ArrayList<>(pool);
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .sorted(Comparator.comparingInt(question -> lastShown.getOrDefault(question.id(), 0)))
                .limit(count)
                .map(question -> Attempt.Item.open(question.id(), objective.id(), random.nextLong()))
                .toList();
    }

    /**
     * Returns one more question for each objective, in random order. An objective whose pool has no other question
     * gets none.
     */
    List<Attempt.Item> round(List<Objective> objectives, List<Attempt.Item> run) {
        List<Attempt.Item> round = new ArrayList<>();
        objectives.forEach(objective -> another(objective, run).ifPresent(round::add));
        Collections.shuffle(round, random);
        return round;
    }

    /** Returns a question from the objective's check pool that is not in the run yet; empty if there is none. */
    private Optional<Attempt.Item> another(Objective objective, List<Attempt.Item> run) {
        List<Question> others = objective.checkToDraw().stream()
                .filter(question ->
                        run.stream().noneMatch(item -> item.question().equals(question.id())))
                .toList();
        return from(objective, others, 1).stream().findFirst();
    }

    Attempt.Item again(ReviewItem reviewItem) {
        return Attempt.Item.open(reviewItem.question(), reviewItem.objective(), random.nextLong());
    }
}
