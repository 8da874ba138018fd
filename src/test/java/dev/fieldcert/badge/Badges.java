package dev.fieldcert.badge;

import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Competency;
import dev.fieldcert.curriculum.Moment;
import dev.fieldcert.curriculum.Program;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/** A small program, a badge and an award to test with. */
public final class Badges {

    public static final Instant EARNED = Instant.parse("2026-03-02T10:15:30Z");
    public static final Instant UNTIL = Instant.parse("2027-03-02T10:15:30Z");
    public static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    public static final BadgeDefinition TERRITORY = new BadgeDefinition(
            "territory-planning",
            "Territory Planning",
            BadgeDefinition.Kind.COURSE,
            101,
            "Plans a territory and keeps the plan alive.",
            "Passed the certifying check with at least 80 % and had a territory plan approved.",
            Period.ofMonths(12),
            List.of("account-planning-1"),
            List.of("first-meeting"),
            true);

    public static final Program PROGRAM = new Program(
            "7f3a91c2",
            "field",
            "Field Certification",
            List.of(),
            List.of(),
            List.of(new Competency(
                    "account-planning",
                    "Account Planning",
                    "https://handbook.example.com/competencies/#account-planning",
                    List.of(
                            new Competency.Behavior("account-planning-1", "Writes a plan for each named account"),
                            new Competency.Behavior("account-planning-2", "Reviews the plan every quarter")))),
            List.of(
                    new Moment(
                            "first-meeting",
                            "The first meeting",
                            "Discovery",
                            "https://handbook.example.com/moments/#first-meeting",
                            false),
                    new Moment("renewal", "The renewal", "Growth", "", true)));

    public static final Issuer ISSUER = new Issuer(
            "Example Field Certification",
            UUID.fromString("3f1d2a44-62a1-4a52-8a43-0a1f5f2b7c11"),
            Optional.empty(),
            Optional.of(URI.create("https://badges.example.com/")));

    private Badges() {}

    public static Award award() {
        return award(Optional.of("Søren Łukasz"));
    }

    public static Award award(Optional<String> name) {
        return new Award(
                "aw-7Qk2mP0x",
                TERRITORY.id(),
                Recipient.of(
                        UUID.fromString("b5a7c1de-1111-4222-8333-444455556666"), "soren@example.com", "c2FsdHk", name),
                Instant.parse("2026-02-16T08:00:00Z"),
                EARNED,
                OptionalDouble.of(0.925),
                PROGRAM.version(),
                List.of(
                        new Evidence.CheckPassed("Territory Planning check", LocalDate.of(2026, 3, 2), 0.925, 0.8),
                        new Evidence.AssignmentApproved("Territory plan", LocalDate.of(2026, 3, 1))),
                Optional.of(UNTIL),
                94_567,
                Optional.empty());
    }

    public static BadgeDefinition badge(BadgeDefinition.Kind kind, int level, String name) {
        return new BadgeDefinition(
                "b-" + level,
                name,
                kind,
                level,
                "What it certifies.",
                "What was done.",
                Period.ofMonths(12),
                List.of(),
                List.of(),
                false);
    }
}
