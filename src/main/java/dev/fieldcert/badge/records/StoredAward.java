package dev.fieldcert.badge.records;

import dev.fieldcert.badge.Award;
import dev.fieldcert.badge.Evidence;
import dev.fieldcert.badge.Recipient;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.credential.IssuedBadge;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.MasteryRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored award with its data, the definition at the time it was earned, and the signed forms, which are never
 * created again.
 */
@Document("awards")
@TypeAlias("award")
class StoredAward {

    @Id
    String id;

    @Indexed
    String learner;

    String course;
    Definition definition;
    String program;
    String recipient;
    String salt;
    String emailHash;
    String name;
    Instant startedAt;
    Instant earnedAt;
    Double score;
    String version;
    List<StoredEvidence> evidence;
    Instant validUntil;
    int statusIndex;
    String supersedes;
    String supersededBy;
    Instant revokedAt;
    String revokedReason;
    String revokedBy;
    /** When a renewal is offered next; null if never. */
    Instant renewalAt;

    String json;
    String token;
    byte[] png;
    String svg;

    /** A badge's definition. The kind is stored as its code, and the validity as text. */
    record Definition(
            String id,
            String name,
            String kind,
            int level,
            String description,
            String criteria,
            String validFor,
            List<String> behaviors,
            List<String> moments,
            boolean inferred) {

        static Definition of(BadgeDefinition badge) {
            return new Definition(
                    badge.id(),
                    badge.name(),
                    badge.kind().code(),
                    badge.level(),
                    badge.description(),
                    badge.criteria(),
                    badge.validFor().toString(),
                    badge.behaviors(),
                    badge.moments(),
                    badge.inferred());
        }

        BadgeDefinition badge() {
            return new BadgeDefinition(
                    id,
                    name,
                    BadgeDefinition.Kind.of(kind),
                    level,
                    description,
                    criteria,
                    java.time.Period.parse(validFor),
                    behaviors,
                    moments,
                    inferred);
        }
    }

    /**
     * @param passScore null except for a check that was passed as a whole
     * @param rule the alternatives of the mastery rule; null if the evidence lists no objectives
     * @param objectives how each was demonstrated; null if the evidence lists no objectives
     */
    record StoredEvidence(
            String kind,
            String title,
            LocalDate date,
            Double score,
            Double passScore,
            List<MasteryRule.Way> rule,
            List<Evidence.ShownObjective> objectives) {

        static StoredEvidence of(Evidence evidence) {
            if (evidence instanceof Evidence.CheckPassed check) {
                return new StoredEvidence(
                        "check", check.title(), check.date(), check.score(), check.passScore(), null, null);
            }
            if (evidence instanceof Evidence.ObjectivesShown shown) {
                return new StoredEvidence(
                        "objectives",
                        shown.title(),
                        shown.date(),
                        shown.score(),
                        null,
                        shown.rule().ways(),
                        shown.objectives());
            }
            String kind = evidence instanceof Evidence.AssignmentApproved ? "assignment" : "badge";
            return new StoredEvidence(kind, evidence.title(), evidence.date(), null, null, null, null);
        }

        Evidence evidence() {
            switch (kind) {
                case "check":
                    return new Evidence.CheckPassed(title, date, score, passScore);
                case "objectives":
                    return new Evidence.ObjectivesShown(title, date, score, new MasteryRule(rule), objectives);
                case "assignment":
                    return new Evidence.AssignmentApproved(title, date);
                case "badge":
                    return new Evidence.BadgeEarned(title, date);
                default:
                    throw new IllegalStateException("Evidence of the kind “" + kind + "” is not known");
            }
        }
    }

    AwardRecord facts() {
        return new AwardRecord(
                id,
                learner,
                definition.id(),
                definition.name(),
                definition.kind(),
                definition.level(),
                course,
                score,
                version,
                startedAt,
                earnedAt,
                validUntil,
                supersededBy,
                revokedAt,
                revokedReason,
                revokedBy);
    }

    static StoredAward of(
            String learner, String course, Award award, BadgeDefinition badge, String program, IssuedBadge issued) {
        StoredAward stored = new StoredAward();
        stored.id = award.id();
        stored.learner = learner;
        stored.course = course;
        stored.definition = Definition.of(badge);
        stored.program = program;
        stored.recipient = award.recipient().id();
        stored.salt = award.recipient().salt();
        stored.emailHash = award.recipient().emailHash();
        stored.name = award.recipient().name().orElse(null);
        stored.startedAt = award.startedAt();
        stored.earnedAt = award.earnedAt();
        stored.score = award.score().isPresent() ? award.score().getAsDouble() : null;
        stored.version = award.contentVersion();
        stored.evidence = award.evidence().stream().map(StoredEvidence::of).toList();
        stored.validUntil = award.validUntil().orElse(null);
        stored.statusIndex = award.statusIndex();
        stored.supersedes = award.supersedes().orElse(null);
        stored.renewalAt =
                course == null || stored.validUntil == null ? null : stored.validUntil.minus(Awards.FIRST_OFFER);
        stored.json = issued.json();
        stored.token = issued.token();
        stored.png = issued.png();
        stored.svg = issued.svg();
        return stored;
    }

    Award award() {
        return new Award(
                id,
                definition.id(),
                new Recipient(recipient, salt, emailHash, Optional.ofNullable(name)),
                startedAt,
                earnedAt,
                score == null ? OptionalDouble.empty() : OptionalDouble.of(score),
                version,
                evidence.stream().map(StoredEvidence::evidence).toList(),
                Optional.ofNullable(validUntil),
                statusIndex,
                Optional.ofNullable(supersedes));
    }

    IssuedBadge issued() {
        return new IssuedBadge(json, token, png, svg);
    }

    Optional<Standing.Revoked> revoked() {
        return revokedAt == null
                ? Optional.empty()
                : Optional.of(new Standing.Revoked(revokedAt, revokedReason == null ? "" : revokedReason));
    }

    Standing standing(Instant now) {
        return Standing.of(award(), revoked(), Optional.ofNullable(supersededBy), now);
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
