package dev.fieldcert.itemanalysis;

import dev.fieldcert.learner.Confidence;
import java.util.Collection;
import java.util.List;

/**
 * The usual figures of a course's items in one mode, with which an item is compared.
 *
 * @param items number of items that have enough times for a comparison
 * @param seconds median of these items' median times; 0 if there are none
 * @param certainlyWrong share of wrong answers among those given as certain
 * @param guessed share of guesses among the answers with a stated confidence
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
