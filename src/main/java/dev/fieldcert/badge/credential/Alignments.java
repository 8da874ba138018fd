package dev.fieldcert.badge.credential;

import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Competency;
import dev.fieldcert.curriculum.Moment;
import dev.fieldcert.curriculum.Program;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;

/** The alignments of a badge with the framework owner's Moments That Matter and functional competencies. */
final class Alignments {

    private static final String INFERRED =
            "Alignment inferred by the authors of this program; it is not published by the framework's owner.";

    private Alignments() {}

    static List<JsonObject> of(BadgeDefinition badge, Program program, Issuer issuer) {
        List<JsonObject> alignments = new ArrayList<>();
        for (Moment moment : program.moments()) {
            if (badge.moments().contains(moment.id())) {
                alignments.add(alignment(
                        "Moment that matters: " + moment.title(),
                        target(moment.url(), moment.id(), badge, issuer),
                        moment.id(),
                        "Moments That Matter",
                        "CFItem",
                        badge.inferred() || moment.inferred()));
            }
        }
        for (Competency competency : program.competencies()) {
            for (Competency.Behavior behavior : competency.behaviors()) {
                if (badge.behaviors().contains(behavior.id())) {
                    alignments.add(alignment(
                            competency.title() + ": " + behavior.title(),
                            target(competency.url(), behavior.id(), badge, issuer),
                            behavior.id(),
                            "Field Functional Competencies",
                            "ceasn:Competency",
                            badge.inferred()));
                }
            }
        }
        return alignments;
    }

    private static String target(String published, String id, BadgeDefinition badge, Issuer issuer) {
        if (published != null && !published.isBlank()) {
            return published;
        }
        String achievement = issuer.achievementId(badge.id());
        return achievement.startsWith("urn:") ? issuer.achievementId(badge.id() + "/" + id) : achievement + "#" + id;
    }

    private static JsonObject alignment(
            String name, String url, String code, String framework, String type, boolean inferred) {
        JsonObjectBuilder alignment = StrictJson.object()
                .add("type", StrictJson.array("Alignment"))
                .add("targetName", name)
                .add("targetUrl", url)
                .add("targetCode", code)
                .add("targetFramework", framework)
                .add("targetType", type);
        if (inferred) {
            alignment.add("targetDescription", INFERRED);
        }
        return alignment.build();
    }
}
