package dev.fieldcert.curriculum.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known word nearest to one that is not known. */
final class DidYouMean {

    private DidYouMean() {}

    static Optional<String> among(Collection<String> known, String word) {
        int far = Math.max(2, word.length() / 3);
        return known.stream()
                .filter(candidate -> distance(candidate, word) <= far)
                .min(Comparator.comparingInt(candidate -> distance(candidate, word)))
                .map(nearest -> "Did you mean “" + nearest + "”?");
    }

    /** Of files: the one misspelled by a letter or two. Files of one folder are alike in most of their letters. */
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
