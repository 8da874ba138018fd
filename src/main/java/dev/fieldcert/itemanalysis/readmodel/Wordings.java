package dev.fieldcert.itemanalysis.readmodel;

import dev.fieldcert.curriculum.files.QuestionYaml;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.versions.Programs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which wording of an item a version of the program has. */
@Component
class Wordings {

    /** Of items that no known program has. */
    private static final String UNKNOWN = "unknown";

    private static final int DIGITS = 16;

    private final Programs programs;
    private final Map<Place, String> known = new ConcurrentHashMap<>();

    private record Place(String version, String course, String question) {}

    Wordings(Programs programs) {
        this.programs = programs;
    }

    String of(String version, String course, String question) {
        return known.computeIfAbsent(
                new Place(version, course, question),
                place -> programs.version(version)
                        .flatMap(program -> program.question(course, question))
                        .map(Wordings::of)
                        .orElse(UNKNOWN));
    }

    /** A fingerprint; equal for what counts together. */
    static String of(Question question) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(QuestionYaml.wording(question).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
