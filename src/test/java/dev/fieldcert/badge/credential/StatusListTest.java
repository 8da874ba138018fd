package dev.fieldcert.badge.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldcert.badge.Badges;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StatusListTest {

    @Property(tries = 50)
    void exactlyTheRevokedAreSet(
            @ForAll @Size(max = 30) Set<@IntRange(max = StatusList.ENTRIES - 1) Integer> revoked,
            @ForAll @IntRange(max = StatusList.ENTRIES - 1) int asked) {
        String list = encodedList(StatusList.credential(Badges.ISSUER, 1, revoked, Badges.NOW));

        assertThat(StatusList.isSet(list, asked)).isEqualTo(revoked.contains(asked));
        assertThat(revoked).allMatch(index -> StatusList.isSet(list, index));
    }

    /** The example list of W3C Bitstring Status Lists 1.0, in which nothing is set. */
    @Test
    void theStandardsEmptyListIsRead() {
        String empty = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";

        assertThat(StatusList.isSet(empty, 0)).isFalse();
        assertThat(StatusList.isSet(empty, StatusList.ENTRIES - 1)).isFalse();
    }

    @Test
    void theFirstEntryIsTheMostSignificantBitOfTheFirstByte() throws Exception {
        BitSet first = new BitSet();
        first.set(0);
        String encoded = StatusList.encode(first);

        var gzip = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(
                java.util.Base64.getUrlDecoder().decode(encoded.substring(1))));

        assertThat(encoded).startsWith("u");
        assertThat(gzip.readAllBytes()).hasSize(StatusList.ENTRIES / 8).startsWith((byte) 0x80, (byte) 0);
    }

    @Test
    void anAwardBeyondTheFirstListIsInTheNext() {
        int index = StatusList.ENTRIES + 7;

        JsonObject entry = StatusList.entry(Badges.ISSUER, index).orElseThrow();
        String second = encodedList(StatusList.credential(Badges.ISSUER, 2, Set.of(index), Badges.NOW));
        String first = encodedList(StatusList.credential(Badges.ISSUER, 1, Set.of(index), Badges.NOW));

        assertThat(entry.getString("statusListCredential")).isEqualTo("https://badges.example.com/badges/status/2");
        assertThat(entry.getString("statusListIndex")).isEqualTo("7");
        assertThat(StatusList.isSet(second, 7)).isTrue();
        assertThat(StatusList.isSet(first, 7)).isFalse();
    }

    @Test
    void aListIsSignedEitherWayAndHoldsForAVerifierWhoseClockIsBehind() {
        JsonObject list = StatusList.credential(Badges.ISSUER, 1, Set.of(3), Badges.NOW);
        SigningKeys keys = SigningKeys.generate(SigningAlgorithm.ES256);
        JsonObject signed = DataIntegrity.sign(list, keys.linkedData(), Badges.ISSUER.id(), Badges.NOW);

        assertThat(Instant.parse(list.getString("validFrom"))).isEqualTo(Badges.NOW.minus(StatusList.EARLIER));
        assertThat(signed.getJsonArray("proof")).hasSize(1);
        assertThat(JwtProof.sign(list, keys, Badges.ISSUER)).contains(".");
    }

    @Test
    void whatIsNoListIsRefused() {
        String list = encodedList(StatusList.credential(Badges.ISSUER, 1, new HashSet<>(), Badges.NOW));

        assertThatThrownBy(() -> StatusList.isSet(list, StatusList.ENTRIES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StatusList.isSet(list, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StatusList.isSet("uAAAA", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StatusList.isSet("xAAAA", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutAnAddressAnAwardHasNoStatus() {
        Issuer offline = new Issuer("Example", UUID.randomUUID(), Optional.empty(), Optional.empty());

        assertThat(StatusList.entry(offline, 1)).isEmpty();
    }

    private static String encodedList(JsonObject credential) {
        return credential.getJsonObject("credentialSubject").getString("encodedList");
    }
}
