package dev.fieldcert.badge.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import dev.fieldcert.badge.Badges;
import dev.fieldcert.curriculum.BadgeDefinition.Kind;
import dev.fieldcert.curriculum.Percent;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenBadgeTest {

    private final JsonObject credential =
            OpenBadge.credential(Badges.award(), Badges.TERRITORY, Badges.PROGRAM, Badges.ISSUER);

    @Test
    void theCredentialIsTheGoldenFile() throws IOException {
        JsonObject withoutPictures =
                StrictJson.object(credential).remove("relatedResource").build();

        try (InputStream golden = OpenBadgeTest.class.getResourceAsStream("/badge/credential.json")) {
            assertThat(StrictJson.writeIndented(withoutPictures))
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    /** As the schema that the credential names demands of its proof. */
    @Test
    void theProofIsAnArray() {
        SigningKeys keys = SigningKeys.generate(SigningAlgorithm.ES256);

        assertThat(DataIntegrity.sign(credential, keys.linkedData(), Badges.ISSUER.id(), Badges.EARNED)
                        .getJsonArray("proof"))
                .hasSize(1);
    }

    @Test
    void thePicturesAreNamedWithTheirDigests() {
        var pictures = credential.getJsonArray("relatedResource").getValuesAs(JsonObject.class);

        assertThat(pictures)
                .extracting(picture -> picture.getString("mediaType"))
                .containsExactly("image/png", "image/svg+xml");
        assertThat(pictures)
                .extracting(picture -> picture.getString("digestSRI"))
                .allMatch(digest -> digest.matches("sha256-[A-Za-z0-9+/]{43}="));
    }

    @Test
    void neitherTheAddressNorTheNameOfAnUnnamedHolderIsInIt() {
        String text = StrictJson.write(
                OpenBadge.credential(Badges.award(Optional.empty()), Badges.TERRITORY, Badges.PROGRAM, Badges.ISSUER));

        assertThat(text)
                .doesNotContain("soren@example.com")
                .doesNotContain("Søren")
                .contains("sha256$");
    }

    @Test
    void onlyItsOwnMomentsAndBehaviorsAreAlignedAndInferredOnesSaySo() {
        var alignments = credential
                .getJsonObject("credentialSubject")
                .getJsonObject("achievement")
                .getJsonArray("alignment")
                .getValuesAs(JsonObject.class);

        assertThat(alignments)
                .extracting(alignment -> alignment.getString("targetCode"))
                .containsExactly("first-meeting", "account-planning-1");
        assertThat(alignments)
                .allMatch(alignment -> alignment.getString("targetDescription").contains("inferred"));
    }

    @Test
    void theKindDecidesWhatSortOfAchievementItIs() {
        assertThat(type(Kind.COURSE)).isEqualTo("Course");
        assertThat(type(Kind.USE_CASE)).isEqualTo("Badge");
        assertThat(type(Kind.ASSIGNMENT)).isEqualTo("Assessment");
        assertThat(type(Kind.PATH)).isEqualTo("Certification");
    }

    @Test
    void aScoreIsNeverRoundedUpToAPass() {
        assertThat(Percent.of(0.7999)).isEqualTo("79.9");
        assertThat(Percent.of(0.8)).isEqualTo("80");
        assertThat(Percent.of(0.29)).isEqualTo("29");
        assertThat(Percent.of(1)).isEqualTo("100");
        assertThat(Percent.of(0)).isEqualTo("0");
    }

    @Test
    void anAwardOfAnotherBadgeIsRefused() {
        assertThatThrownBy(() -> OpenBadge.credential(
                        Badges.award(), Badges.badge(Kind.PATH, 401, "Other"), Badges.PROGRAM, Badges.ISSUER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("territory-planning");
    }

    @Test
    void theTokensHeaderHasOnlyWhatOpenBadgesAllowsAndItsClaimsRepeatTheCredential() throws Exception {
        SigningKeys keys = SigningKeys.generate(SigningAlgorithm.ES256);

        JWSObject token = JWSObject.parse(JwtProof.sign(credential, keys, Badges.ISSUER));

        assertThat(token.getHeader().toJSONObject().keySet()).containsExactlyInAnyOrder("alg", "kid", "jwk", "typ");
        assertThat(token.getHeader().getJWK().isPrivate()).isFalse();
        assertThat(token.getHeader().getKeyID())
                .isEqualTo(
                        "https://badges.example.com/badges/keys/" + keys.token().getKeyID());
        JsonObject payload = StrictJson.read(token.getPayload().toString());
        assertThat(payload.getString("iss")).isEqualTo("https://badges.example.com/badges/issuer");
        assertThat(payload.getString("jti")).isEqualTo(credential.getString("id"));
        assertThat(payload.getString("sub")).isEqualTo("urn:uuid:b5a7c1de-1111-4222-8333-444455556666");
        assertThat(payload.getInt("nbf")).isEqualTo((int) Badges.EARNED.getEpochSecond());
        assertThat(payload.getInt("exp")).isEqualTo((int) Badges.UNTIL.getEpochSecond());
        for (String name : credential.keySet()) {
            assertThat(payload.get(name)).as(name).isEqualTo(credential.get(name));
        }
    }

    private static String type(Kind kind) {
        var award = new dev.fieldcert.badge.Award(
                "aw-1",
                "b-101",
                Badges.award().recipient(),
                Badges.EARNED,
                Badges.EARNED,
                java.util.OptionalDouble.empty(),
                "v1",
                java.util.List.of(),
                Optional.empty(),
                0,
                Optional.empty());
        return OpenBadge.credential(award, Badges.badge(kind, 101, "Name"), Badges.PROGRAM, Badges.ISSUER)
                .getJsonObject("credentialSubject")
                .getJsonObject("achievement")
                .getString("achievementType");
    }
}
