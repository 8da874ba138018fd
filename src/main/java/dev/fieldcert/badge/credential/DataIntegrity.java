package dev.fieldcert.badge.credential;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The Data Integrity proof {@code eddsa-rdfc-2022} (W3C Data Integrity EdDSA Cryptosuites 1.0, section 3.2). */
public final class DataIntegrity {

    public static final String SUITE = "eddsa-rdfc-2022";

    private DataIntegrity() {}

    /**
     * Adds the proof to a credential that has none. The proof is in an array, because the Open Badges schema requires
     * one.
     *
     * @param issuerId the verification method is this id, {@code #} and the public key's Multikey
     */
    public static JsonObject sign(JsonObject credential, Ed25519.Keys keys, String issuerId, Instant created) {
        JsonObject proof = StrictJson.object()
                .add("type", "DataIntegrityProof")
                .add("created", created.truncatedTo(ChronoUnit.SECONDS).toString())
                .add("verificationMethod", issuerId + "#" + keys.multibase())
                .add("cryptosuite", SUITE)
                .add("proofPurpose", "assertionMethod")
                .build();
        try {
            byte[] signature = Ed25519.sign(keys.secret(), hashes(credential, proof));
            return StrictJson.object(credential)
                    .add(
                            "proof",
                            StrictJson.array()
                                    .add(StrictJson.object(proof).add("proofValue", Multibase.base58(signature))))
                    .build();
        } catch (LinkedData.Refused e) {
            throw new IllegalArgumentException("The credential cannot be signed. " + e.getMessage(), e);
        }
    }

    /**
     * @param secured the document with its {@code proof}, which is one object or an array of one
     * @throws LinkedData.Refused if the document cannot be canonicalized
     */
    public static boolean verifies(JsonObject secured, byte[] publicKey) throws LinkedData.Refused {
        JsonObject proof = secured.get("proof") instanceof JsonArray several
                ? several.getJsonObject(0)
                : secured.getJsonObject("proof");
        JsonObject options = without(proof, "proofValue");
        byte[] signature;
        try {
            signature = Multibase.decode(proof.getString("proofValue"));
        } catch (IllegalArgumentException e) {
            return false;
        }
        return signature.length == 64
                && Ed25519.verifies(publicKey, hashes(without(secured, "proof"), options), signature);
    }

    /** The signed bytes: SHA-256 of the canonical proof options, then SHA-256 of the canonical document. */
    private static byte[] hashes(JsonObject document, JsonObject proof) throws LinkedData.Refused {
        return Ed25519.concat(proofHash(document, proof), sha256(LinkedData.canonical(document)));
    }

    static byte[] proofHash(JsonObject document, JsonObject proof) throws LinkedData.Refused {
        JsonObject options = StrictJson.object()
                .add("@context", document.get("@context"))
                .addAll(StrictJson.object(without(proof, "@context")))
                .build();
        return sha256(LinkedData.canonical(options));
    }

    static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private static JsonObject without(JsonObject object, String name) {
        JsonObjectBuilder rest = StrictJson.object(object);
        rest.remove(name);
        return rest.build();
    }
}
