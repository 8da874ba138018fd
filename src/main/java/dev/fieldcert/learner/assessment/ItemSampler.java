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
import java.util.Random;

/** Draws questions from a pool: unseen ones first, then those shown least; among equals by seed. */
final class ItemSampler {

    private final Random random;
    private final Map<String, Integer> shown;

    ItemSampler(long seed, Map<String, Integer> shown) {
        this.random = new Random(seed);
        this.shown = shown;
    }

    List<Attempt.Item> from(Objective objective, List<Question> pool, int count) {
        List<Question> shuffled = new ArrayList<>(pool);
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .sorted(Comparator.comparingInt(question -> shown.getOrDefault(question.id(), 0)))
                .limit(count)
                .map(question -> Attempt.Item.open(question.id(), objective.id(), random.nextLong()))
                .toList();
    }

    Attempt.Item again(ReviewItem reviewItem) {
        return Attempt.Item.open(reviewItem.question(), reviewItem.objective(), random.nextLong());
    }
}
