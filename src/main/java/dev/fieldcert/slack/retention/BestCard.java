package dev.fieldcert.slack.retention;

import dev.fieldcert.curriculum.Lesson;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the card of a lesson that answers a question: the card that shares the rarest words with it. */
final class BestCard {

    private static final int SHORTEST = 4;

    private BestCard() {}

    /** @return the card's index; the first of equally good cards */
    static int of(List<Lesson.Card> cards, String question) {
        List<Set<String>> texts = cards.stream()
                .map(card -> words(card.title() + " " + card.body()))
                .toList();
        Set<String> asked = words(question);
        double[] near = new double[cards.size()];
        for (String word : asked) {
            long among = texts.stream().filter(text -> text.contains(word)).count();
            IntStream.range(0, near.length)
                    .filter(i -> texts.get(i).contains(word))
                    .forEach(i -> near[i] += 1.0 / among);
        }
        int best = 0;
        for (int i = 1; i < near.length; i++) {
            best = near[i] > near[best] ? i : best;
        }
        return best;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ENGLISH).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST)
                .collect(Collectors.toSet());
    }
}
