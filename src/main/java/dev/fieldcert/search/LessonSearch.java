package dev.fieldcert.search;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Finds cards in the current version of the program. The first question after a start or a reload builds the index.
 */
@Component
public class LessonSearch {

    private final Programs programs;
    private volatile Indexed indexed;

    private record Indexed(String version, CardIndex index) {}

    public LessonSearch(Programs programs) {
        this.programs = programs;
    }

    public Findings find(String question) {
        return index().find(question);
    }

    /**
     * Returns a key that is the same for questions that differ only in filler words, in word order, and in the form of
     * words.
     */
    public static String group(String question) {
        List<String> telling = Words.ofQuestion(question).stream()
                .filter(word -> !Words.isOfAnyQuestion(word))
                .sorted()
                .toList();
        return telling.isEmpty() ? question.strip().toLowerCase(Locale.ROOT) : String.join(" ", telling);
    }

    private CardIndex index() {
        Program now = programs.current();
        Indexed known = indexed;
        return known != null && known.version().equals(now.version()) ? known.index() : built(now);
    }

    private synchronized CardIndex built(Program program) {
        if (indexed == null || !indexed.version().equals(program.version())) {
            indexed = new Indexed(program.version(), CardIndex.of(program));
        }
        return indexed.index();
    }
}
