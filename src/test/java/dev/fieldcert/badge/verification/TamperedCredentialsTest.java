package dev.fieldcert.badge.verification;

import static dev.fieldcert.badge.verification.Fixture.ISSUED;
import static dev.fieldcert.badge.verification.Fixture.KEYS;
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
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import dev.fieldcert.badge.Badges;
import dev.fieldcert.badge.credential.DataIntegrity;
import dev.fieldcert.badge.credential.IssuedBadge;
import dev.fieldcert.badge.credential.OpenBadge;
import dev.fieldcert.badge.credential.PngBaking;
import dev.fieldcert.badge.credential.StrictJson;
import dev.fieldcert.badge.credential.SvgBaking;
import dev.fieldcert.badge.picture.BadgePicture;
import dev.fieldcert.badge.verification.Check.Subject;
import dev.fieldcert.badge.verification.Report.GradingResult;
import dev.fieldcert.curriculum.BadgeDefinition.Kind;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Badges that were tampered with, and the reason each is turned down with. */
class TamperedCredentialsTest {

    private static final Instant NOW = Badges.NOW;

    static Stream<Arguments> tampered() throws Exception {
        String json = ISSUED.json();
        String token = ISSUED.token();
        String payload = Fixture.payload(token);
        String[] parts = token.split("\\.");
        JWK open = KEYS.token().toPublicJWK();
        JsonObject plain = OpenBadge.credential(Badges.award(), Badges.TERRITORY, Badges.PROGRAM, Badges.ISSUER);
        String jwk = ",\"jwk\":" + open.toJSONString();
        return Stream.of(
                bad(
                        "JSON: changed badge name",
                        json.replace("Territory Planning", "World Domination"),
                        Subject.PROOF,
                        "changed after signing"),
                bad(
                        "JSON: changed end date",
                        json.replace("2027-03-02", "2037-03-02"),
                        Subject.PROOF,
                        "changed after signing"),
                bad("JSON: changed score", json.replace("\"92.5\"", "\"100\""), Subject.PROOF, "changed after signing"),
                bad(
                        "JSON: another recipient",
                        json.replace("b5a7c1de", "c5a7c1de"),
                        Subject.PROOF,
                        "changed after signing"),
                bad(
                        "JSON: swapped status",
                        json.replace("\"94567\"", "\"94568\""),
                        Subject.PROOF,
                        "changed after signing"),
                bad(
                        "JSON: status taken out",
                        without(json, "credentialStatus"),
                        Subject.PROOF,
                        "changed after signing"),
                bad("JSON: stripped proof", without(json, "proof"), Subject.PROOF, "not signed"),
                bad("JSON: proof of another credential", foreignProof(json), Subject.PROOF, "changed after signing"),
                bad(
                        "JSON: another key, same issuer",
                        StrictJson.write(
                                DataIntegrity.sign(plain, STRANGER.linkedData(), Badges.ISSUER.id(), Badges.EARNED)),
                        Subject.ISSUER,
                        "wasn’t signed with any of our keys"),
                bad(
                        "JSON: signed by somebody else",
                        StrictJson.write(DataIntegrity.sign(
                                plain, STRANGER.linkedData(), "https://attacker.example/issuer", Badges.EARNED)),
                        Subject.ISSUER,
                        "wasn’t signed with any of our keys"),
                bad(
                        "JSON: proof made for another purpose",
                        json.replace("assertionMethod", "authentication"),
                        Subject.PROOF,
                        "its purpose is another"),
                bad(
                        "JSON: proof from the future",
                        json.replace("\"created\": \"2026", "\"created\": \"2036")
                                .replace("\"created\":\"2026", "\"created\":\"2036"),
                        Subject.PROOF,
                        "in the future"),
                bad(
                        "JSON: property outside the vocabulary",
                        with(json, "honors", "summa cum laude"),
                        Subject.PROOF,
                        "contexts do not define"),
                bad(
                        "JSON: name given twice",
                        json.replaceFirst("\\{", "{\"name\":\"World Domination\","),
                        Subject.DUPLICATES,
                        "“name” twice"),
                bad(
                        "JSON: another type",
                        json.replace("\"OpenBadgeCredential\"", "\"UniversityDegreeCredential\""),
                        Subject.CONTENTS,
                        "does not say that it is an Open Badge"),
                bad(
                        "JWT: changed payload",
                        parts[0] + "." + encoded(payload.replace("Territory Planning", "World Domination")) + "."
                                + parts[2],
                        Subject.PROOF,
                        "changed after signing"),
                bad(
                        "JWT: algorithm none",
                        encoded("{\"alg\":\"none\"" + jwk + "}") + "." + parts[1] + ".",
                        Subject.PROOF,
                        "not signed (alg “none”)"),
                bad(
                        "JWT: algorithm nOnE",
                        encoded("{\"alg\":\"nOnE\"" + jwk + "}") + "." + parts[1] + ".",
                        Subject.PROOF,
                        "not signed"),
                bad("JWT: signature cut off", parts[0] + "." + parts[1] + ".", Subject.PROOF, ""),
                bad(
                        "JWT: HS256 with our public key as the secret",
                        confused(open, payload),
                        Subject.PROOF,
                        "signed with “HS256”"),
                bad(
                        "JWT: RS256 said, EC key given",
                        encoded("{\"alg\":\"RS256\"" + jwk + "}") + "." + parts[1] + "." + parts[2],
                        Subject.PROOF,
                        "its key is of another kind"),
                bad(
                        "JWT: another key, same issuer",
                        signed(payload, STRANGER.token()),
                        Subject.ISSUER,
                        "wasn’t signed with any of our keys"),
                bad(
                        "JWT: another key under our key's address",
                        withKid(payload),
                        Subject.PROOF,
                        "changed after signing, or it was signed with another key"),
                bad(
                        "JWT: private key in the header",
                        encoded("{\"alg\":\"ES256\",\"jwk\":" + STRANGER.token().toJSONString() + "}") + "." + parts[1]
                                + "." + parts[2],
                        Subject.PROOF,
                        "private key"),
                bad(
                        "JWT: issuer claim contradicts the credential",
                        signed(payload.replace("\"iss\":\"https://badges", "\"iss\":\"https://other"), KEYS.token()),
                        Subject.PROOF,
                        "another issuer"),
                bad(
                        "JWT: end claim contradicts the credential",
                        signed(payload.replaceFirst("\"exp\":\\d+", "\"exp\":2000000000"), KEYS.token()),
                        Subject.PROOF,
                        "ends at another time"),
                bad(
                        "JWT: a claim given twice",
                        signed(payload.replaceFirst("\\{", "{\"sub\":\"urn:uuid:0\","), KEYS.token()),
                        Subject.DUPLICATES,
                        "“sub” twice"),
                bad(
                        "JWT: a header given twice",
                        encoded("{\"alg\":\"none\",\"alg\":\"ES256\"" + jwk + "}") + "." + parts[1] + "." + parts[2],
                        Subject.DUPLICATES,
                        "“alg” twice"),
                bad(
                        "PNG: sound credential in a grander picture",
                        PngBaking.bake(
                                BadgePicture.png(
                                        Badges.badge(Kind.PATH, 401, "Grand Master"), "Field Certification", 512),
                                token),
                        Subject.PICTURE,
                        "moved into another picture"),
                bad(
                        "SVG: sound credential in a grander picture",
                        bytes(SvgBaking.bake(
                                BadgePicture.svg(Badges.badge(Kind.PATH, 401, "Grand Master"), "Field Certification"),
                                token)),
                        Subject.PICTURE,
                        "moved into another picture"),
                bad(
                        "PNG: re-baked with a changed credential",
                        PngBaking.bake(ISSUED.plainPng(), json.replace("Territory Planning", "World Domination")),
                        Subject.PROOF,
                        "changed after signing"),
                bad(
                        "PNG: two credentials",
                        PngBakingForTests.twice(ISSUED.png()),
                        Subject.DUPLICATES,
                        "more than one credential"),
                bad(
                        "SVG: two credentials",
                        bytes(ISSUED.svg().replace("</svg>", "<openbadges:credential verify=\"x\"/></svg>")),
                        Subject.DUPLICATES,
                        "more than one credential"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tampered")
    void isTurnedDownWithItsReason(String what, byte[] file, Subject subject, String reason) {
        Report report = Fixture.verifier().verify(file, NOW);

        assertThat(report.grading()).isEqualTo(GradingResult.NOT_VALID);
        assertThat(report.failed()).extracting(Check::subject).contains(subject);
        assertThat(report.check(subject).words()).contains(reason);
    }

    @ParameterizedTest(name = "at {0}")
    @MethodSource("times")
    void isTurnedDownOutsideItsTime(Instant now, String reason) {
        for (String form : new String[] {ISSUED.json(), ISSUED.token()}) {
            Report report = Fixture.verifier().verify(bytes(form), now);

            assertThat(report.grading()).isEqualTo(GradingResult.NOT_VALID);
            assertThat(report.check(Subject.DATES).words()).isEqualTo(reason);
        }
    }

    static Stream<Arguments> times() {
        return Stream.of(
                Arguments.of(Badges.EARNED.minusSeconds(1), "It isn’t valid until March 2, 2026."),
                Arguments.of(Badges.UNTIL, "It expired on March 2, 2027."));
    }

    private static Arguments bad(String what, String file, Subject subject, String reason) {
        return bad(what, bytes(file), subject, reason);
    }

    private static Arguments bad(String what, byte[] file, Subject subject, String reason) {
        return Arguments.of(what, file, subject, reason);
    }

    private static String without(String json, String name) {
        return StrictJson.write(jakarta.json.Json.createObjectBuilder(StrictJson.read(json))
                .remove(name)
                .build());
    }

    private static String with(String json, String name, String value) {
        return StrictJson.write(jakarta.json.Json.createObjectBuilder(StrictJson.read(json))
                .add(name, value)
                .build());
    }

    private static String foreignProof(String json) {
        IssuedBadge other = IssuedBadge.issue(
                Badges.award(java.util.Optional.empty()), Badges.TERRITORY, Badges.PROGRAM, Badges.ISSUER, KEYS);
        return StrictJson.write(jakarta.json.Json.createObjectBuilder(StrictJson.read(json))
                .add("proof", StrictJson.read(other.json()).get("proof"))
                .build());
    }

    private static String signed(String payload, JWK key) throws Exception {
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .jwk(key.toPublicJWK())
                        .build(),
                new Payload(payload));
        token.sign(new ECDSASigner((ECKey) key));
        return token.serialize();
    }

    private static String withKid(String payload) throws Exception {
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(Badges.ISSUER.keyAddress(KEYS.token().getKeyID()).orElseThrow())
                        .build(),
                new Payload(payload));
        token.sign(new ECDSASigner((ECKey) STRANGER.token()));
        return token.serialize();
    }

    private static String confused(JWK open, String payload) throws Exception {
        JWSObject token = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256).jwk(open).build(), new Payload(payload));
        token.sign(new MACSigner(bytes(open.toJSONString())));
        return token.serialize();
    }
}
