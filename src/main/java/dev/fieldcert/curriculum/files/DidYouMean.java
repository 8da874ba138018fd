package dev.fieldcert.curriculum.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the known word closest to an unknown one. */
final class DidYouMean {

    private DidYouMean() {}

    static Optional<String> among(Collection<String> known, String word) {
        int far = Math.max(2, word.length() / 3);
        return known.stream()
                .filter(candidate -> distance(candidate, word) <= far)
                .min(Comparator.comparingInt(candidate -> distance(candidate, word)))
                .map(nearest -> "Did you mean “" + nearest + "”?");
    }

    /**
     * Suggests a file whose path differs in at most two characters. The limit is lower than for words, because the
     * files of a folder have similar names.
     */
    static Optional<String> file(Collection<String> known, String path) {
        return known.stream()
                .filter(candidate -> distance(candidate, path) <= 2)
                .min(Comparator.comparingInt(candidate -> distance(candidate, path)))
                .map(nearest -> "Is it “" + nearest + "”? Rename that file.");
    }

    private static int distance(String a, String b) {
        return LevenshteinDistance.getDefaultInstance().apply(a, b);
    }
}
