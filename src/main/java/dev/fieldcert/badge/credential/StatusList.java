package dev.fieldcert.badge.credential;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Revocations as W3C Bitstring Status Lists 1.0. Every award has a bit. Each list covers so many awards that fetching
 * it does not reveal which badge is being checked.
 */
public final class StatusList {

    /** The number of entries in a list; the minimum in the standard. */
    public static final int ENTRIES = 131_072;

    public static final Duration EARLIER = Duration.ofHours(1);

    private static final int BYTES = ENTRIES / 8;

    /** The size limit when reading a list, because another issuer's list may be longer than ours. */
    private static final int MAX_BYTES = 1 << 20;

    private StatusList() {}

    /** The {@code credentialStatus} of an award; empty if the issuer has no public address. */
    public static Optional<JsonObject> entry(Issuer issuer, int statusIndex) {
        return issuer.statusList(number(statusIndex))
                .map(list -> StrictJson.object()
                        .add("id", list + "#" + place(statusIndex))
                        .add("type", "BitstringStatusListEntry")
                        .add("statusPurpose", "revocation")
                        .add("statusListIndex", Integer.toString(place(statusIndex)))
                        .add("statusListCredential", list)
                        .build());
    }

    /** The 1-based number of the list that contains a status index. */
    public static int number(int statusIndex) {
        return statusIndex / ENTRIES + 1;
    }

    static int place(int statusIndex) {
        return statusIndex % ENTRIES;
    }

    /**
     * Creates a list as an unsigned {@code BitstringStatusListCredential}; sign it with {@link JwtProof} or {@link
     * DataIntegrity}.
     *
     * @param revoked status indexes of all revoked awards; those in other lists are ignored
     * @param made when the list is created. It is valid from {@link #EARLIER} before that, for verifiers whose clock
     *     is behind ours.
     * @throws IllegalArgumentException if the issuer has no address
     */
    public static JsonObject credential(Issuer issuer, int number, Set<Integer> revoked, Instant made) {
        String id = issuer.statusList(number)
                .orElseThrow(() -> new IllegalArgumentException("A status list needs a public address"));
        BitSet bits = new BitSet(ENTRIES);
        revoked.stream().filter(index -> number(index) == number).forEach(index -> bits.set(place(index)));
        return StrictJson.object()
                .add("@context", StrictJson.array(OpenBadge.CREDENTIALS_CONTEXT))
                .add("id", id)
                .add("type", StrictJson.array("VerifiableCredential", "BitstringStatusListCredential"))
                .add("issuer", StrictJson.object().add("id", issuer.id()))
                .add(
                        "validFrom",
                        made.minus(EARLIER).truncatedTo(ChronoUnit.SECONDS).toString())
                .add(
                        "credentialSubject",
                        StrictJson.object()
                                .add("id", id + "#list")
                                .add("type", "BitstringStatusList")
                                .add("statusPurpose", "revocation")
                                .add("encodedList", encode(bits)))
                .build();
    }

    /** Encodes the bits. Bit 0 is the most significant bit of the first byte. */
    static String encode(BitSet bits) {
        byte[] bytes = new byte[BYTES];
        bits.stream().forEach(index -> bytes[index / 8] |= (byte) (0x80 >> (index % 8)));
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Multibase.base64url(compressed.toByteArray());
    }

    /**
     * Whether the bit is set in an {@code encodedList}.
     *
     * @throws IllegalArgumentException if the text is not a status list, or the list does not contain the index
     */
    public static boolean isSet(String encodedList, int index) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(Multibase.decode(encodedList)))) {
            byte[] bytes = gzip.readNBytes(MAX_BYTES);
            if (bytes.length < BYTES || index < 0 || index / 8 >= bytes.length) {
                throw new IllegalArgumentException("The status list has no entry " + index);
            }
            return (bytes[index / 8] & (0x80 >> (index % 8))) != 0;
        } catch (IOException e) {
            throw new IllegalArgumentException("Not a compressed status list", e);
        }
    }
}
