package dev.fieldcert.curriculum.files;

import dev.fieldcert.curriculum.Assignment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Reads assignments. */
final class Assignments {

    private static final int LEVELS = 4;

    private Assignments() {}

    static Assignment read(Fields fields, String id, References references) {
        fields.id("id", id);
        List<Assignment.Criterion> criteria = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Fields entry : fields.maps("rubric")) {
            Assignment.Criterion criterion = criterion(entry.as(Shape.CRITERION), references);
            if (!ids.add(criterion.id())) {
                entry.error(
                        "id",
                        "The criterion “" + criterion.id() + "” appears here twice.",
                        "Give one of them another id.");
            }
            criteria.add(criterion);
        }
        if (fields.has("rubric") && (criteria.size() < 4 || criteria.size() > 6)) {
            fields.error(
                    "rubric",
                    "The rubric has " + criteria.size() + " criteria.",
                    "Four to six can be marked with care; split or join some.");
        }
        int most = Math.max(1, criteria.size() * LEVELS);
        return new Assignment(
                id,
                fields.text("title", Limits.TITLE),
                fields.text("instructions", Limits.INSTRUCTIONS),
                criteria,
                fields.whole("pass-score", most, 1, most),
                version(criteria));
    }

    private static Assignment.Criterion criterion(Fields fields, References references) {
        List<String> levels =
                fields.texts("levels", Limits.LEVEL).stream().map(Text::value).toList();
        if (fields.has("levels") && levels.size() != LEVELS) {
            fields.error(
                    "levels",
                    "A criterion has four levels, and here are " + levels.size() + ".",
                    "Say what earns 1, 2, 3 and 4 points, in that order.");
        }
        String behavior = fields.text("behavior");
        if (!behavior.isEmpty() && !references.behaviors().contains(behavior)) {
            fields.error(
                    "behavior",
                    "There is no behavior “" + behavior + "” in program.yaml.",
                    DidYouMean.among(references.behaviors(), behavior).orElse("Add it there, or remove it here."));
        }
        return new Assignment.Criterion(
                fields.id("id"),
                fields.text("title", Limits.TITLE),
                behavior,
                fields.whole("at-least", 1, 1, LEVELS),
                levels);
    }

    /**
     * Identifies the rubric that a score refers to. Only the criteria count, so correcting the instructions does not
     * change the version.
     */
    private static String version(List<Assignment.Criterion> criteria) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(criteria.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
