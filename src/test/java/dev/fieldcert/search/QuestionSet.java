package dev.fieldcert.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;

/**
 * What sellers would ask, and the cards that answer it. Written from the objectives' titles, before the cards were read.
 * A quarter is held out: the search is never tuned, and no phrase is written, by it.
 */
final class QuestionSet {

    private static final Path FILE = Path.of("src/test/resources/search/questions.txt");

    /** @param cards as {@code objective#number}, from one; empty for a question that no lesson answers */
    record Question(String text, Set<String> cards) {

        boolean isInScope() {
            return !cards.isEmpty();
        }

        boolean isHeldOut() {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return (hash[0] & 3) == 0;
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private QuestionSet() {}

    static List<Question> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(QuestionSet::question)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Question question(String line) {
        String[] parts = line.split(" \\| ", 2);
        return new Question(
                parts[0],
                parts[1].strip().equals("-")
                        ? Set.of()
                        : Set.of(parts[1].strip().split(", ")));
    }
}
