package dev.fieldcert.badge.credential;

import dev.fieldcert.badge.Award;
import dev.fieldcert.badge.Evidence;
import dev.fieldcert.badge.Recipient;
import dev.fieldcert.badge.picture.BadgePicture;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Percent;
import dev.fieldcert.curriculum.Program;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Creates an award's Open Badges 3.0 {@code OpenBadgeCredential}, still unsigned, on the W3C data model 2.0. The same
 * award, definition, program and issuer give the same JSON. Sign and store it when the badge is earned, because the
 * definition may change.
 */
public final class OpenBadge {

    public static final String CREDENTIALS_CONTEXT = "https://www.w3.org/ns/credentials/v2";
    public static final String OPEN_BADGES_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    public static final String EXTENSIONS_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

    private static final String SCHEMA =
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

    private static final Map<BadgeDefinition.Kind, String> ACHIEVEMENT_TYPES = Map.of(
            BadgeDefinition.Kind.COURSE, "Course",
            BadgeDefinition.Kind.USE_CASE, "Badge",
            BadgeDefinition.Kind.ASSIGNMENT, "Assessment",
            BadgeDefinition.Kind.PATH, "Certification");

    private OpenBadge() {}

    /** @throws IllegalArgumentException if the award is for a different badge than the definition */
    public static JsonObject credential(Award award, BadgeDefinition badge, Program program, Issuer issuer) {
        if (!award.badgeId().equals(badge.id())) {
            throw new IllegalArgumentException(
                    "Award " + award.id() + " is of badge " + award.badgeId() + ", not of " + badge.id());
        }
        String earned = award.earnedAt().truncatedTo(ChronoUnit.SECONDS).toString();
        JsonObjectBuilder credential = StrictJson.object()
                .add("@context", StrictJson.array(CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT, EXTENSIONS_CONTEXT))
                .add("id", issuer.credentialId(award.id()))
                .add("type", StrictJson.array("VerifiableCredential", "OpenBadgeCredential"))
                .add("name", badge.name())
                .add("issuer", IssuerProfile.brief(issuer))
                .add("validFrom", earned)
                .add("awardedDate", earned);
        award.validUntil()
                .ifPresent(until -> credential.add(
                        "validUntil", until.truncatedTo(ChronoUnit.SECONDS).toString()));
        credential.add("credentialSubject", subject(award, badge, program, issuer));
        if (!award.evidence().isEmpty()) {
            credential.add("evidence", evidence(award));
        }
        credential.add("relatedResource", pictures(award, badge, program, issuer));
        StatusList.entry(issuer, award.statusIndex()).ifPresent(entry -> credential.add("credentialStatus", entry));
        credential.add(
                "credentialSchema",
                StrictJson.array()
                        .add(StrictJson.object().add("id", SCHEMA).add("type", "1EdTechJsonSchemaValidator2019")));
        return credential.build();
    }

    private static JsonObjectBuilder subject(Award award, BadgeDefinition badge, Program program, Issuer issuer) {
        JsonObjectBuilder subject = StrictJson.object()
                .add("id", award.recipient().id())
                .add("type", StrictJson.array("AchievementSubject"))
                .add("identifier", identifiers(award.recipient()))
                .add("achievement", achievement(award, badge, program, issuer));
        if (award.score().isPresent()) {
            JsonArrayBuilder results = StrictJson.array()
                    .add(result(scoreId(badge, issuer), Percent.of(award.score().getAsDouble())));
            List<Evidence.ShownObjective> objectives =
                    shown(award).map(Evidence.ObjectivesShown::objectives).orElse(List.of());
            for (int i = 0; i < objectives.size(); i++) {
                results.add(result(objectiveId(badge, issuer, i), how(objectives.get(i))));
            }
            subject.add("result", results);
        }
        return subject;
    }

    private static JsonObjectBuilder result(String description, String value) {
        return StrictJson.object()
                .add("type", StrictJson.array("Result"))
                .add("resultDescription", description)
                .add("value", value);
    }

    private static Optional<Evidence.ObjectivesShown> shown(Award award) {
        return award.evidence().stream()
                .filter(Evidence.ObjectivesShown.class::isInstance)
                .map(Evidence.ObjectivesShown.class::cast)
                .findFirst();
    }

    private static JsonArrayBuilder identifiers(Recipient recipient) {
        JsonArrayBuilder identifiers = StrictJson.array()
                .add(StrictJson.object()
                        .add("type", "IdentityObject")
                        .add("hashed", true)
                        .add("identityHash", recipient.emailHash())
                        .add("identityType", "emailAddress")
                        .add("salt", recipient.salt()));
        recipient
                .name()
                .ifPresent(name -> identifiers.add(StrictJson.object()
                        .add("type", "IdentityObject")
                        .add("hashed", false)
                        .add("identityHash", name)
                        .add("identityType", "name")));
        return identifiers;
    }

    private static JsonObjectBuilder achievement(Award award, BadgeDefinition badge, Program program, Issuer issuer) {
        JsonObjectBuilder achievement = StrictJson.object()
                .add("id", issuer.achievementId(badge.id()))
                .add("type", StrictJson.array("Achievement"))
                .add("name", badge.name())
                .add("description", badge.description())
                .add("criteria", StrictJson.object().add("narrative", badge.criteria()))
                .add("achievementType", ACHIEVEMENT_TYPES.get(badge.kind()))
                .add("humanCode", Integer.toString(badge.level()))
                .add("version", award.contentVersion())
                .add("tag", StrictJson.array(program.title(), "Level " + badge.level()));
        issuer.picture(badge.id())
                .ifPresent(picture -> achievement.add(
                        "image",
                        StrictJson.object()
                                .add("id", picture)
                                .add("type", "Image")
                                .add("caption", BadgePicture.altText(badge, program.title()))));
        var alignments = Alignments.of(badge, program, issuer);
        if (!alignments.isEmpty()) {
            JsonArrayBuilder array = StrictJson.array();
            alignments.forEach(array::add);
            achievement.add("alignment", array);
        }
        if (award.score().isPresent()) {
            JsonArrayBuilder descriptions = StrictJson.array().add(scoreDescription(award, badge, issuer));
            shown(award).ifPresent(shown -> {
                for (int i = 0; i < shown.objectives().size(); i++) {
                    descriptions.add(StrictJson.object()
                            .add("id", objectiveId(badge, issuer, i))
                            .add("type", StrictJson.array("ResultDescription"))
                            .add("name", shown.objectives().get(i).title())
                            .add("resultType", "Result")
                            .add("requiredValue", shown.rule().written()));
                }
            });
            achievement.add("resultDescription", descriptions);
        }
        return achievement;
    }

    private static JsonObjectBuilder scoreDescription(Award award, BadgeDefinition badge, Issuer issuer) {
        JsonObjectBuilder description = StrictJson.object()
                .add("id", scoreId(badge, issuer))
                .add("type", StrictJson.array("ResultDescription"))
                .add("name", "Score of the certifying check")
                .add("resultType", "Percent")
                .add("valueMin", "0")
                .add("valueMax", "100");
        award.evidence().stream()
                .filter(Evidence.CheckPassed.class::isInstance)
                .map(Evidence.CheckPassed.class::cast)
                .findFirst()
                .ifPresent(check -> description.add("requiredValue", Percent.of(check.passScore())));
        return description;
    }

    private static JsonArrayBuilder evidence(Award award) {
        JsonArrayBuilder array = StrictJson.array();
        for (Evidence piece : award.evidence()) {
            array.add(StrictJson.object()
                    .add("type", StrictJson.array("Evidence"))
                    .add("name", piece.title())
                    .add("narrative", narrative(piece))
                    .add("genre", genre(piece)));
        }
        return array;
    }

    /**
     * The pictures' digests, which are signed with the credential, so that moving it to another picture is detected.
     */
    private static JsonArrayBuilder pictures(Award award, BadgeDefinition badge, Program program, Issuer issuer) {
        byte[] png = BadgePicture.png(badge, program.title(), IssuedBadge.PICTURE_PIXELS);
        byte[] svg = BadgePicture.svg(badge, program.title()).getBytes(StandardCharsets.UTF_8);
        return StrictJson.array()
                .add(StrictJson.object()
                        .add("id", issuer.pictureOf(award.id(), "png"))
                        .add("mediaType", "image/png")
                        .add("digestSRI", digest(png)))
                .add(StrictJson.object()
                        .add("id", issuer.pictureOf(award.id(), "svg"))
                        .add("mediaType", "image/svg+xml")
                        .add("digestSRI", digest(svg)));
    }

    /** A picture's digest in the form that {@code relatedResource} requires (W3C Subresource Integrity). */
    public static String digest(byte[] picture) {
        return "sha256-" + Base64.getEncoder().encodeToString(DataIntegrity.sha256(picture));
    }

    private static String narrative(Evidence evidence) {
        if (evidence instanceof Evidence.ObjectivesShown shown) {
            return "Each objective shown by itself (right answers: %s), the last on %s."
                            .formatted(shown.rule().written(), shown.date())
                    + keptUp(shown).map(words -> " " + words).orElse("");
        }
        if (evidence instanceof Evidence.CheckPassed check) {
            return "Knowledge check passed on %s with %s %%; %s %% were needed."
                    .formatted(check.date(), Percent.of(check.score()), Percent.of(check.passScore()));
        }
        if (evidence instanceof Evidence.AssignmentApproved) {
            return "Assignment looked at by a person and approved on %s.".formatted(evidence.date());
        }
        return "Badge earned on %s.".formatted(evidence.date());
    }

    private static String genre(Evidence evidence) {
        if (evidence instanceof Evidence.CheckPassed || evidence instanceof Evidence.ObjectivesShown) {
            return "Knowledge check";
        }
        return evidence instanceof Evidence.AssignmentApproved ? "Assignment" : "Badge";
    }

    /** A sentence that says how many objectives of a renewal the holder kept up; empty if there are none. */
    public static Optional<String> keptUp(Evidence.ObjectivesShown shown) {
        long kept = shown.objectives().stream()
                .filter(Evidence.ShownObjective::isKeptUp)
                .count();
        return kept == 0
                ? Optional.empty()
                : Optional.of(
                        "%d of %d objectives kept up with questions over 90 days or more, and renewed with one check question each."
                                .formatted(kept, shown.objectives().size()));
    }

    /** How an objective was demonstrated, in words. */
    public static String how(Evidence.ShownObjective objective) {
        String how = objective.testedOut()
                ? "tested out"
                : objective.isKeptUp() ? "kept up, renewed in the check" : "shown in the check";
        return how
                + (objective.asked() == 0 ? "" : ", %d of %d right".formatted(objective.right(), objective.asked()))
                + (objective.excused() ? "; excused from its lesson and assignment" : "");
    }

    private static String objectiveId(BadgeDefinition badge, Issuer issuer, int index) {
        return scoreId(badge, issuer).replaceAll("score$", "objective-" + (index + 1));
    }

    private static String scoreId(BadgeDefinition badge, Issuer issuer) {
        String achievement = issuer.achievementId(badge.id());
        return achievement.startsWith("urn:") ? issuer.achievementId(badge.id() + "/score") : achievement + "#score";
    }
}
