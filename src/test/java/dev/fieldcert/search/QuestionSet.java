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
import java.util.stream.Stream;

/**
 * What sellers would ask, and the cards that answer it, by two writers who knew the objectives' titles only. A quarter of the
 * second writer's is held out: the search is never tuned, and no phrase is written, by it.
 */
final class QuestionSet {

    private static final Path FOLDER = Path.of("src/test/resources/search");

    /**
     * @param cards as {@code objective#number}, 1-based; empty for a question that no lesson answers
     * @param second whether the second writer wrote it
     */
    record Question(String text, Set<String> cards, boolean second) {

        boolean isInScope() {
            return !cards.isEmpty();
        }

        boolean isHeldOut() {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return second && (hash[0] & 3) == 0;
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private QuestionSet() {}

    static List<Question> all() {
        return Stream.concat(
                        read("questions.txt").map(line -> question(line, false)),
                        read("questions-of-another-writer.txt").map(line -> question(line, true)))
                .toList();
    }

    private static Stream<String> read(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Question question(String line, boolean second) {
        String[] parts = line.split(" \\| ", 2);
        return new Question(
                parts[0],
                parts[1].strip().equals("-")
                        ? Set.of()
                        : Set.of(parts[1].strip().split(", ")),
                second);
    }
}
