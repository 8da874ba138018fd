package dev.fieldcert.badge.verification;

import static dev.fieldcert.badge.verification.Check.Outcome.FAILED;
import static dev.fieldcert.badge.verification.Check.Outcome.NOT_CHECKED;
import static dev.fieldcert.badge.verification.Check.Outcome.PASSED;
import static dev.fieldcert.badge.verification.Fixture.ISSUED;
import static dev.fieldcert.badge.verification.Fixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.badge.Badges;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.credential.IssuedBadge;
import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.credential.PublishedKeys;
import dev.fieldcert.badge.credential.SigningAlgorithm;
import dev.fieldcert.badge.credential.SigningKeys;
import dev.fieldcert.badge.verification.Check.Subject;
import dev.fieldcert.badge.verification.Report.GradingResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadgeVerifierTest {

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("JSON", bytes(ISSUED.json())),
                Arguments.of("JWT", bytes(ISSUED.token() + "\n")),
                Arguments.of("PNG", ISSUED.png()),
                Arguments.of("SVG", bytes(ISSUED.svg())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void everyFormOfAnOwnBadgeIsValid(String form, byte[] file) {
        Report report = Fixture.verifier().verify(file, Badges.NOW);

        assertThat(report.failed()).isEmpty();
        assertThat(report.grading()).isEqualTo(GradingResult.VALID);
        assertThat(report.check(Subject.ISSUER).words()).isEqualTo("Issued by Example Field Certification, here.");
        assertThat(report.check(Subject.STATUS).words()).isEqualTo("It hasn’t been revoked.");
        assertThat(report.claims().orElseThrow().badge()).isEqualTo("Territory Planning");
    }

    @Test
    void everySubjectIsReportedInItsOrder() {
        assertThat(Fixture.verifier().verify(bytes("nonsense"), Badges.NOW).checks())
                .extracting(Check::subject)
                .containsExactly(Subject.values());
        assertThat(Fixture.verifier().verify(ISSUED.png(), Badges.NOW).checks())
                .extracting(Check::subject)
                .containsExactly(Subject.values());
    }

    @Test
    void aBakedPictureHoldsTheVeryToken() {
        assertThat(dev.fieldcert.badge.credential.PngBaking.read(ISSUED.png())).contains(ISSUED.token());
        assertThat(dev.fieldcert.badge.credential.SvgBaking.read(ISSUED.svg())).contains(ISSUED.token());
    }

    @Test
    void theHoldersAddressIsComparedWhenItIsGiven() {
        byte[] file = bytes(ISSUED.token());

        assertThat(Fixture.verifier()
                        .verify(file, Badges.NOW, Optional.of(" Soren@Example.com"))
                        .check(Subject.RECIPIENT)
                        .outcome())
                .isEqualTo(PASSED);
        assertThat(Fixture.verifier()
                        .verify(file, Badges.NOW, Optional.of("someone@example.com"))
                        .check(Subject.RECIPIENT)
                        .outcome())
                .isEqualTo(FAILED);
        assertThat(Fixture.verifier()
                        .verify(file, Badges.NOW)
                        .check(Subject.RECIPIENT)
                        .outcome())
                .isEqualTo(NOT_CHECKED);
    }

    @Test
    void aRevokedBadgeIsNotValidAndSaysWhy() {
        var revoked = new Standing.Revoked(Instant.parse("2026-05-01T00:00:00Z"), "Issued by mistake");

        Report report = Fixture.verifier(Map.of(94_567, revoked)).verify(bytes(ISSUED.token()), Badges.NOW);

        assertThat(report.grading()).isEqualTo(GradingResult.NOT_VALID);
        assertThat(report.check(Subject.STATUS).words())
                .isEqualTo("It was revoked on May 1, 2026. The reason given: Issued by mistake");
    }

    @Test
    void aBadgeSignedBeforeTwoRotationsIsStillOurs() {
        SigningKeys later = SigningKeys.generate(
                SigningAlgorithm.RS256,
                SigningKeys.generate(SigningAlgorithm.ES256, Fixture.KEYS.published())
                        .published());
        BadgeVerifier verifier =
                new BadgeVerifier(new OwnBadges(Badges.ISSUER, later.published(), Optional.of(i -> Optional.empty())));

        assertThat(verifier.verify(bytes(ISSUED.token()), Badges.NOW).grading()).isEqualTo(GradingResult.VALID);
        assertThat(verifier.verify(bytes(ISSUED.json()), Badges.NOW).grading()).isEqualTo(GradingResult.VALID);
    }

    @Test
    void aBadgeSignedWithRs256IsValid() {
        SigningKeys keys = SigningKeys.generate(SigningAlgorithm.RS256);
        IssuedBadge issued = IssuedBadge.issue(Badges.award(), Badges.TERRITORY, Badges.PROGRAM, Badges.ISSUER, keys);
        BadgeVerifier verifier =
                new BadgeVerifier(new OwnBadges(Badges.ISSUER, keys.published(), Optional.of(i -> Optional.empty())));

        Report report = verifier.verify(bytes(issued.token()), Badges.NOW);

        assertThat(report.grading()).isEqualTo(GradingResult.VALID);
        assertThat(report.check(Subject.PROOF).words()).contains("RS256");
    }

    @Test
    void withoutAPublicAddressABadgeVerifiesAndItsStatusIsNamedAsNotChecked() {
        String key = Fixture.KEYS.linkedData().multibase();
        Issuer offline = new Issuer("Example", UUID.randomUUID(), Optional.of(key), Optional.empty());
        IssuedBadge issued = IssuedBadge.issue(Badges.award(), Badges.TERRITORY, Badges.PROGRAM, offline, Fixture.KEYS);
        BadgeVerifier verifier =
                new BadgeVerifier(new OwnBadges(offline, Fixture.KEYS.published(), Optional.of(i -> Optional.empty())));

        for (byte[] file : new byte[][] {bytes(issued.json()), bytes(issued.token()), issued.png()}) {
            Report report = verifier.verify(file, Badges.NOW);
            assertThat(report.failed()).isEmpty();
            assertThat(report.grading()).isEqualTo(GradingResult.VALID_AS_FAR_AS_CHECKED);
            assertThat(report.check(Subject.STATUS).outcome()).isEqualTo(NOT_CHECKED);
        }
    }

    @Test
    void withoutAPublicAddressOthersKnowTheIssuerByTheKeyItIs() {
        String key = Fixture.KEYS.linkedData().multibase();
        Issuer offline = new Issuer("Example", UUID.randomUUID(), Optional.of(key), Optional.empty());
        IssuedBadge issued = IssuedBadge.issue(Badges.award(), Badges.TERRITORY, Badges.PROGRAM, offline, Fixture.KEYS);

        Report report = new BadgeVerifier(OwnBadges.NONE).verify(bytes(issued.json()), Badges.NOW);

        assertThat(report.check(Subject.ISSUER).words())
                .isEqualTo("The issuer is identified only by its key, and that key signed it: did:key:" + key);
    }

    @Test
    void aBadgeFromUnderAnEarlierAddressIsStillOurs() {
        Issuer moved = new Issuer(
                Badges.ISSUER.name(),
                Badges.ISSUER.installation(),
                Optional.empty(),
                Optional.of(URI.create("https://new.example.com")));
        BadgeVerifier verifier =
                new BadgeVerifier(new OwnBadges(moved, Fixture.KEYS.published(), Optional.of(i -> Optional.empty())));

        Report report = verifier.verify(bytes(ISSUED.token()), Badges.NOW);

        assertThat(report.grading()).isEqualTo(GradingResult.VALID);
        assertThat(report.check(Subject.ISSUER).words()).contains("under an earlier address");
    }

    @Test
    void aStrangersBadgeIsVerifiedWithTheKeyInItAndWhatOnlyTheStrangerKnowsIsNamed() {
        BadgeVerifier elsewhere = new BadgeVerifier(new OwnBadges(
                new Issuer(
                        "Other", UUID.randomUUID(), Optional.empty(), Optional.of(URI.create("https://other.example"))),
                PublishedKeys.NONE,
                Optional.of(i -> Optional.empty())));

        for (byte[] file : new byte[][] {bytes(ISSUED.json()), bytes(ISSUED.token()), ISSUED.png()}) {
            Report report = elsewhere.verify(file, Badges.NOW);
            assertThat(report.failed()).isEmpty();
            assertThat(report.grading()).isEqualTo(GradingResult.VALID_AS_FAR_AS_CHECKED);
            assertThat(report.check(Subject.PROOF).outcome()).isEqualTo(PASSED);
            assertThat(report.check(Subject.ISSUER).outcome()).isEqualTo(NOT_CHECKED);
            assertThat(report.check(Subject.STATUS).words())
                    .contains("https://badges.example.com/badges/status/1")
                    .contains("nothing is fetched");
        }
    }

    @Test
    void theSpecificationsOwnExampleIsVerified() throws IOException {
        byte[] example = resource("/badge/vector-signed.json");

        Report report = Fixture.verifier().verify(example, Badges.NOW);

        assertThat(report.failed()).isEmpty();
        assertThat(report.check(Subject.PROOF).outcome()).isEqualTo(PASSED);
        assertThat(report.check(Subject.ISSUER).outcome()).isEqualTo(NOT_CHECKED);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = BadgeVerifierTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }
}
