package dev.fieldcert.badge.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldcert.badge.Badges;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DataIntegrityTest {

    /** The test vector of the Open Badges 3.0 implementation guide, linked-data proof. */
    private static final Ed25519.Keys VECTOR_KEYS = new Ed25519.Keys(
            HexFormat.of().parseHex("6241a409e6707bb640a0140a8a32bc3d193c33a661747284d6adfa4ed4180be4"),
            HexFormat.of().parseHex("4bdeafde2ea8beefadd8c699b5c7e0704cf51154d52e17b20b71337ca04cc5a5"));

    private static final Instant VECTOR_CREATED = Instant.parse("2010-01-01T19:23:24Z");

    @Test
    void thePublishedVectorIsReproducedByteForByte() throws Exception {
        JsonObject document = vector();

        JsonObject signed =
                DataIntegrity.sign(document, VECTOR_KEYS, "https://example.edu/issuers/565049", VECTOR_CREATED);

        JsonObject proof = signed.getJsonArray("proof").getJsonObject(0);
        assertThat(HexFormat.of().formatHex(DataIntegrity.sha256(LinkedData.canonical(document))))
                .isEqualTo("87f65a76d40146205e3b3e06cb0fbd153f97f9ce70372390f52566bb7f9e0773");
        assertThat(HexFormat.of()
                        .formatHex(DataIntegrity.proofHash(
                                document,
                                StrictJson.object(proof).remove("proofValue").build())))
                .isEqualTo("d34009cea0dbc1ca941e09dc01c8c9d3e3ce3c5b853f67ee44698dcea10f5d19");
        assertThat(proof.getString("verificationMethod"))
                .isEqualTo("https://example.edu/issuers/565049#z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi");
        assertThat(proof.getString("proofValue"))
                .isEqualTo("z5x9aCBYovW3CQCbKdNyhEm7ffYSw1YpEdPywQJoNbzDD2gkzQDKJ1sYKJaWvqZtkMtSbz35HcbgXVEDYHxCzgkCr");
        assertThat(DataIntegrity.verifies(signed, VECTOR_KEYS.open())).isTrue();
    }

    @Test
    void anOwnCredentialVerifiesAndAChangedOneDoesNot() throws Exception {
        JsonObject credential = OpenBadge.credential(Badges.award(), Badges.TERRITORY, Badges.PROGRAM, Badges.ISSUER);

        JsonObject signed = DataIntegrity.sign(credential, VECTOR_KEYS, Badges.ISSUER.id(), Badges.EARNED);
        JsonObject changed = StrictJson.read(StrictJson.write(signed).replace("92.5", "99.5"));

        assertThat(DataIntegrity.verifies(signed, VECTOR_KEYS.open())).isTrue();
        assertThat(DataIntegrity.verifies(changed, VECTOR_KEYS.open())).isFalse();
    }

    @Test
    void theProofsOwnDateIsSignedToo() throws Exception {
        JsonObject signed =
                DataIntegrity.sign(vector(), VECTOR_KEYS, "https://example.edu/issuers/565049", VECTOR_CREATED);

        JsonObject changed = StrictJson.read(StrictJson.write(signed).replace("19:23:24", "19:23:25"));

        assertThat(DataIntegrity.verifies(changed, VECTOR_KEYS.open())).isFalse();
    }

    @Test
    void aPropertyNoContextDefinesIsRefusedAndNotDropped() {
        JsonObject document =
                StrictJson.object(vectorUnchecked()).add("grade", "A").build();

        assertThatThrownBy(() -> LinkedData.canonical(document))
                .isInstanceOf(LinkedData.Refused.class)
                .hasMessageContaining("property that its contexts do not define");
    }

    @Test
    void aTypeNoContextDefinesIsRefusedAndNotDropped() {
        JsonObject document = StrictJson.object(vectorUnchecked())
                .add("type", StrictJson.array("VerifiableCredential", "OpenBadgeCredential", "Diploma"))
                .build();

        assertThatThrownBy(() -> LinkedData.canonical(document))
                .isInstanceOf(LinkedData.Refused.class)
                .hasMessageContaining("Diploma");
    }

    @Test
    void aContextFromElsewhereIsNotFetched() {
        JsonObject document = StrictJson.object(vectorUnchecked())
                .add("@context", StrictJson.array("https://attacker.example/context.json"))
                .build();

        assertThatThrownBy(() -> LinkedData.canonical(document))
                .isInstanceOf(LinkedData.Refused.class)
                .hasMessageContaining("nothing is fetched");
    }

    private static JsonObject vectorUnchecked() {
        try {
            return vector();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonObject vector() throws IOException {
        try (InputStream stream = DataIntegrityTest.class.getResourceAsStream("/badge/vector.json")) {
            return StrictJson.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
