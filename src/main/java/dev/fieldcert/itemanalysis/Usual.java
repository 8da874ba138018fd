package dev.fieldcert.itemanalysis;

import dev.fieldcert.learner.Confidence;
import java.util.Collection;
import java.util.List;

/**
 * What is usual among the items of a course in one mode, for an item to be compared with.
 *
 * @param items how many items have a median time
 * @param seconds median of their median times; 0 for none
 * @param certainlyWrong share of the answers given as certain that were wrong
 * @param guessed share of the answers given as a guess, of those that said how sure they were
 */
public record Usual(int items, double seconds, double certainlyWrong, double guessed) {

    public static Usual of(Collection<ItemStatistics> all) {
        List<Double> medians = all.stream()
                .filter(item -> item.timed() >= Findings.LEAST_TIMES)
                .map(ItemStatistics::medianSeconds)
                .sorted()
                .toList();
        int certain = 0;
        int wrong = 0;
        int guesses = 0;
        int said = 0;
        for (ItemStatistics item : all) {
            for (ItemStatistics.Sureness sure : item.sure()) {
                said += sure.people();
                if (sure.confidence() == Confidence.CERTAIN) {
                    certain += sure.people();
                    wrong += sure.people() - sure.right();
                }
                guesses += sure.confidence() == Confidence.GUESS ? sure.people() : 0;
            }
        }
        return new Usual(
                medians.size(),
                medians.isEmpty() ? 0 : medians.get(medians.size() / 2),
                certain == 0 ? 0 : (double) wrong / certain,
                said == 0 ? 0 : (double) guesses / said);
    }
}
