package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.curriculum.question.Wording;
import dev.fieldcert.curriculum.versions.Programs;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which wording of an item a version of the program has. */
@Component
class Wordings {

    /** Of items that no known program has. */
    private static final String UNKNOWN = "unknown";

    private final Programs programs;
    private final Map<Place, String> known = new ConcurrentHashMap<>();

    private record Place(String version, String course, String question) {}

    Wordings(Programs programs) {
        this.programs = programs;
    }

    /** As {@link Wording} tells it of the question in its file: whatever is decided about its key since, it is the same item. */
    String of(String version, String course, String question) {
        return known.computeIfAbsent(
                new Place(version, course, question),
                place -> programs.filed(version)
                        .flatMap(program -> program.question(course, question))
                        .map(Wording::of)
                        .orElse(UNKNOWN));
    }
}
