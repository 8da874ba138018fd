package dev.fieldcert.search;

import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import org.springframework.stereotype.Component;

/** Finds the cards of the program that is taught now. The first question after a start or a reload builds the index. */
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
