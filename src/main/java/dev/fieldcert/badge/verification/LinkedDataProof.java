package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.credential.DataIntegrity;
import dev.fieldcert.badge.credential.Ed25519;
import dev.fieldcert.badge.credential.LinkedData;
import dev.fieldcert.badge.credential.PublishedKeys;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Checks the Data Integrity proof inside a JSON credential. */
final class LinkedDataProof {

    private static final String DID_KEY = "did:key:";

    private LinkedDataProof() {}

    static Proof check(JsonObject credential, PublishedKeys ours, Instant now) {
        List<JsonValue> proofs = CredentialShape.all(credential, "proof");
        if (proofs.isEmpty()) {
            return Proof.failed("The credential is not signed: it has no proof.");
        }
        if (proofs.size() > 1 || !(proofs.get(0) instanceof JsonObject proof)) {
            return Proof.notChecked(
                    "The credential has several proofs; only one with a single proof is verified here.");
        }
        if (!"DataIntegrityProof".equals(proof.getString("type", ""))
                || !DataIntegrity.SUITE.equals(proof.getString("cryptosuite", ""))) {
            return Proof.notChecked("The credential is signed in a way this verifier does not know ("
                    + proof.getString("cryptosuite", proof.getString("type", "unnamed")) + ").");
        }
        Optional<String> fault = fault(proof, now);
        if (fault.isPresent()) {
            return Proof.failed(fault.get());
        }
        return check(credential, proof, ours);
    }

    private static Optional<String> fault(JsonObject proof, Instant now) {
        if (!"assertionMethod".equals(proof.getString("proofPurpose", ""))) {
            return Optional.of("The proof was not made to issue a credential (its purpose is another).");
        }
        if (CredentialShape.string(proof, "proofValue").isEmpty()) {
            return Optional.of("The proof has no signature in it.");
        }
        try {
            if (proof.containsKey("created")
                    && OffsetDateTime.parse(proof.getString("created", ""))
                            .toInstant()
                            .isAfter(now)) {
                return Optional.of("The proof says it was made in the future.");
            }
            if (proof.containsKey("expires")
                    && !OffsetDateTime.parse(proof.getString("expires", ""))
                            .toInstant()
                            .isAfter(now)) {
                return Optional.of("The proof has expired.");
            }
        } catch (DateTimeException e) {
            return Optional.of("The proof has a date that is none.");
        }
        return Optional.empty();
    }

    private static Proof check(JsonObject credential, JsonObject proof, PublishedKeys ours) {
        String method = CredentialShape.string(proof, "verificationMethod").orElse("");
        int hash = method.indexOf('#');
        String controller = hash < 0 ? method : method.substring(0, hash);
        String multikey = method.substring(hash + 1);
        if (hash < 0 && controller.startsWith(DID_KEY)) {
            multikey = controller.substring(DID_KEY.length());
        }
        if (!multikey.startsWith("z6Mk")) {
            return Proof.notChecked(
                    "The key is not in the document but at " + method + ", and nothing is fetched while verifying.");
        }
        if (controller.startsWith(DID_KEY) && !controller.equals(DID_KEY + multikey)) {
            return Proof.failed("The proof's key is not the one its did:key names.");
        }
        try {
            byte[] key = Ed25519.fromMultibase(multikey);
            if (!DataIntegrity.verifies(credential, key)) {
                return Proof.failed(
                        "The signature does not fit the contents: they were changed after signing, or it was"
                                + " signed with another key.");
            }
            if (ours.containsEd25519(key)) {
                return Proof.passed(
                        "The signature (" + DataIntegrity.SUITE + ") fits, made with one of our keys.", Proof.Key.OURS);
            }
            return Proof.passed(
                    "The signature (" + DataIntegrity.SUITE
                            + ") fits the key in the document: nothing was changed after" + " signing.",
                    issuedBy(credential, controller) ? Proof.Key.ISSUER_ITSELF : Proof.Key.IN_DOCUMENT);
        } catch (IllegalArgumentException e) {
            return Proof.failed("The proof's key is not well-formed.");
        } catch (LinkedData.Refused e) {
            String words = "The signature cannot be checked. " + e.getMessage();
            return e.isUnknown() ? Proof.notChecked(words) : Proof.failed(words);
        }
    }

    private static boolean issuedBy(JsonObject credential, String controller) {
        return controller.startsWith(DID_KEY)
                && CredentialShape.issuerId(credential).equals(Optional.of(controller));
    }
}
