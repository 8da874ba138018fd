package dev.fieldcert.curriculum.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ids that a course may refer to, and the badge ids that it may not use again.
 *
 * @param badges ids of the badges found so far, with their positions
 */
record References(Set<String> behaviors, Set<String> moments, Map<String, SourceLocation> badges) {

    List<String> behaviors(Fields fields) {
        return known(fields, "behaviors", "behavior", behaviors);
    }

    List<String> moments(Fields fields) {
        return known(fields, "moments", "moment", moments);
    }

    private static List<String> known(Fields fields, String key, String noun, Set<String> known) {
        List<String> ids = new ArrayList<>();
        for (Text text : fields.texts(key, Limits.ID)) {
            if (known.contains(text.value())) {
                ids.add(text.value());
            } else if (!text.value().isEmpty()) {
                fields.problems()
                        .error(
                                text.place(),
                                "There is no " + noun + " “" + text.value() + "” in program.yaml.",
                                DidYouMean.among(known, text.value()).orElse("Add it there, or remove it here."));
            }
        }
        return ids;
    }
}
