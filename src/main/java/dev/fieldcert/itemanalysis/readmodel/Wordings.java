package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.curriculum.question.Wording;
import dev.fieldcert.curriculum.versions.Programs;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Finds the wording of an item in a version of the program. */
@Component
class Wordings {

    /** The wording of items that are in no known version of the program. */
    private static final String UNKNOWN = "unknown";

    private final Programs programs;
    private final Map<Place, String> known = new ConcurrentHashMap<>();

    private record Place(String version, String course, String question) {}

    Wordings(Programs programs) {
        this.programs = programs;
    }

    /**
     * The fingerprint of the question in its file, as computed by {@link Wording}. Later decisions about the
     * question's key do not change it.
     */
    String of(String version, String course, String question) {
        return known.computeIfAbsent(
                new Place(version, course, question),
                place -> programs.filed(version)
                        .flatMap(program -> program.question(course, question))
                        .map(Wording::of)
                        .orElse(UNKNOWN));
    }
}
