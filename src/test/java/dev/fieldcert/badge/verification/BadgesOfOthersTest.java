package dev.fieldcert.badge.verification;

import static dev.fieldcert.badge.verification.Fixture.STRANGER;
import static dev.fieldcert.badge.verification.Fixture.bytes;
import static dev.fieldcert.badge.verification.Fixture.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import dev.fieldcert.badge.Badges;
import dev.fieldcert.badge.credential.DataIntegrity;
import dev.fieldcert.badge.credential.StrictJson;
import dev.fieldcert.badge.verification.Check.Outcome;
import dev.fieldcert.badge.verification.Check.Subject;
import dev.fieldcert.badge.verification.Report.GradingResult;
import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Badges of other issuers: what is not known here is not called invalid. */
class BadgesOfOthersTest {

    private static final String BASE = """
            {"@context": ["https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"MORE],
             "id": "https://badges.example.org/c/1",
             "type": ["VerifiableCredential", "OpenBadgeCredential"],
             "issuer": {"id": "https://badges.example.org/issuer", "type": ["Profile"], "name": "Example Academy"},
             "validFrom": "2026-01-01T00:00:00Z",
             "name": "Teamwork",
             "credentialSubject": {"id": "did:example:learner", "type": ["AchievementSubject"],
                "achievement": {"id": "https://badges.example.org/a/1", "type": ["Achievement"], "name": "Teamwork",
                  "description": "Works in a team.", "criteria": {"narrative": "Worked in a team."}}}EXTRA}
            """;
    private static final String ENDORSEMENT = """
            , "endorsement": [{"@context": ["https://www.w3.org/ns/credentials/v2",
                "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
              "id": "https://badges.example.org/e/1", "type": ["VerifiableCredential", "EndorsementCredential"],
              "issuer": {"id": "https://endorser.example.org", "type": ["Profile"], "name": "Example Guild"},
              "validFrom": "2026-01-01T00:00:00Z", "name": "Endorsement",
              "credentialSubject": {"id": "https://badges.example.org/a/1", "type": ["EndorsementSubject"],
                "endorsementComment": "Good badge."}}]
            """;
    private static final String CLAIMS =
            ", \"iss\": \"https://badges.example.org/issuer\", \"jti\": \"https://badges.example.org/c/1\"";

    private static final String ASSERTION = """
            {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "https://example.org/a/1",
             "badge": {"type": "BadgeClass", "id": "https://example.org/b/1", "name": "Robotics",
               "issuer": {"type": "Profile", "id": "https://example.org/i", "url": "https://example.org"}},
             "recipient": {"type": "email", "hashed": true, "salt": "deadsea", "identity": "sha256$abc"},
             "verification": {"type": "hosted"}, "issuedOn": "2017-01-01T00:00:00Z"}
            """;

    private static String credential(String moreContexts, String extra) {
        return BASE.replace("MORE", moreContexts).replace("EXTRA", extra);
    }

    private static String token(String payload, JOSEObjectType type) throws Exception {
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(type)
                        .jwk(STRANGER.token().toPublicJWK())
                        .build(),
                new Payload(payload));
        token.sign(new ECDSASigner((ECKey) STRANGER.token()));
        return token.serialize();
    }

    private static String headed(String header) {
        return encoded(header) + "." + encoded(credential("", CLAIMS)) + ".AAAA";
    }

    private static JsonObject signed(String credential) {
        return DataIntegrity.sign(
                StrictJson.read(credential), STRANGER.linkedData(), "https://badges.example.org/issuer", Badges.EARNED);
    }

    static Stream<Arguments> unknown() throws Exception {
        String jwk = ",\"jwk\":" + STRANGER.token().toPublicJWK().toJSONString() + "}";
        return Stream.of(
                Arguments.of("EdDSA", headed("{\"alg\":\"EdDSA\"" + jwk)),
                Arguments.of("ES384", headed("{\"alg\":\"ES384\"" + jwk)),
                Arguments.of("PS256", headed("{\"alg\":\"PS256\"" + jwk)),
                Arguments.of("“crit”", headed("{\"alg\":\"ES256\",\"crit\":[\"exp\"]" + jwk)),
                Arguments.of("“jku”", headed("{\"alg\":\"ES256\",\"jku\":\"https://example.org/jwks\"" + jwk)),
                Arguments.of("“vc+jwt”", token(credential("", CLAIMS), new JOSEObjectType("vc+jwt"))),
                Arguments.of(
                        "data-integrity/v2 is unknown here",
                        token(
                                credential(", \"https://w3id.org/security/data-integrity/v2\"", CLAIMS),
                                JOSEObjectType.JWT)),
                Arguments.of(
                        "of its own is unknown here",
                        token(credential(", {\"x\": \"https://example.org/x\"}", CLAIMS), JOSEObjectType.JWT)),
                Arguments.of(
                        "data-integrity/v2 is not one",
                        StrictJson.write(signed(credential("", "")))
                                .replace(
                                        "context-3.0.3.json\"]",
                                        "context-3.0.3.json\",\"https://w3id.org/security/data-integrity/v2\"]")),
                Arguments.of("data model 1.1", "{\"vc\": " + credential("", "") + ", \"iss\": \"x\"}"),
                Arguments.of("data model 1.1", credential("", "").replace("\"validFrom\"", "\"issuanceDate\"")),
                Arguments.of(
                        "This is an Open Badge 2.0; this verifier reads 3.0 only. Ask its issuer, at https://example.org/a/1.",
                        ASSERTION),
                Arguments.of("Open Badge 1.1", ASSERTION.replace("openbadges/v2", "openbadges/v1")),
                Arguments.of(
                        "Open Badge 1.0",
                        "{\"uid\": \"1\", \"recipient\": {}, \"badge\": \"https://example.org/b\", \"verify\": {\"type\":"
                                + " \"hosted\", \"url\": \"https://example.org/v\"}}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknown")
    void whatIsNotKnownHereCouldNotBeVerified(String words, String badge) {
        Report report = Fixture.verifier().verify(bytes(badge), Badges.NOW);

        assertThat(report.failed()).isEmpty();
        assertThat(report.grading()).isEqualTo(GradingResult.UNKNOWN);
        assertThat(report.checks()).anyMatch(check -> check.words().contains(words));
    }

    @Test
    void aBadgeOfAnEarlierVersionIsRecognizedInItsPicture() {
        byte[] picture = Fixture.ISSUED.plainPng();
        for (byte[] baked : new byte[][] {
            PngBakingForTests.with(picture, "tEXt", bytes("openbadges\0https://example.org/a/1")),
            PngBakingForTests.with(picture, "iTXt", bytes("openbadges\0\0\0\0\0" + ASSERTION)),
            bytes(Fixture.ISSUED
                    .plainSvg()
                    .replaceFirst(
                            ">",
                            " xmlns:openbadges=\"http://openbadges.org\"><openbadges:assertion"
                                    + " verify=\"https://example.org/a/1\"/>"))
        }) {
            Report report = Fixture.verifier().verify(baked, Badges.NOW);

            assertThat(report.grading()).isEqualTo(GradingResult.UNKNOWN);
            assertThat(report.check(Subject.CONTENTS).words())
                    .contains("This is an Open Badge", "reads 3.0 only. Ask its issuer, at https://example.org/a/1.");
        }
    }

    @Test
    void aTokenNeedNotRepeatWhatItsCredentialSays() throws Exception {
        Report report = Fixture.verifier().verify(bytes(token(credential("", ""), JOSEObjectType.JWT)), Badges.NOW);

        assertThat(report.check(Subject.PROOF).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.grading()).isEqualTo(GradingResult.VALID_AS_FAR_AS_CHECKED);
    }

    @Test
    void anEndorsementInsideMayNameTheContextsThatAreKnown() {
        Report report =
                Fixture.verifier().verify(bytes(StrictJson.write(signed(credential("", ENDORSEMENT)))), Badges.NOW);

        assertThat(report.check(Subject.PROOF).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.grading()).isEqualTo(GradingResult.VALID_AS_FAR_AS_CHECKED);
    }

    @Test
    void anEndorsementWithAVocabularyOfItsOwnCouldNotBeVerified() {
        String changed = StrictJson.write(signed(credential("", ENDORSEMENT)))
                .replaceFirst(
                        "\"endorsement\":\\[\\{\"@context\":\\[",
                        "\"endorsement\":[{\"@context\":[\"https://example.org/own\",");
        Report report = Fixture.verifier().verify(bytes(changed), Badges.NOW);

        assertThat(report.check(Subject.PROOF).outcome()).isEqualTo(Outcome.NOT_CHECKED);
        assertThat(report.grading()).isEqualTo(GradingResult.UNKNOWN);
    }
}
