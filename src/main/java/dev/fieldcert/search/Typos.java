package dev.fieldcert.search;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the known word that a mistyped word was probably meant to be. */
final class Typos {

    private static final int SHORTEST = 5;
    private static final int LONG = 9;

    private Typos() {}

    /**
     * @param known words and how often each is used
     * @return the nearest word that starts with the same letter and is at most one edit away (two for long words), the
     *     more frequent one if several are equally near; empty if there is none, if the word contains a digit, and for
     *     short words, where one edit makes a different word
     */
    static Optional<String> nearest(String word, Map<String, Integer> known) {
        if (word.length() < SHORTEST || word.chars().anyMatch(Character::isDigit)) {
            return Optional.empty();
        }
        LevenshteinDistance distance = new LevenshteinDistance(word.length() >= LONG ? 2 : 1);
        return known.keySet().stream()
                .filter(other -> other.charAt(0) == word.charAt(0) && Math.abs(other.length() - word.length()) <= 2)
                .filter(other -> distance.apply(word, other) >= 0)
                .min(Comparator.comparingInt((String other) -> distance.apply(word, other))
                        .thenComparing(other -> -known.get(other))
                        .thenComparing(Comparator.naturalOrder()));
    }
}
