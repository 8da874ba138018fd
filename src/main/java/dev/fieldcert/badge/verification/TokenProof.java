package dev.fieldcert.badge.verification;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.fieldcert.badge.credential.PublishedKeys;
import dev.fieldcert.badge.credential.StrictJson;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;

/** Checks the signature of a VC-JWT, and that its registered claims agree with its credential. */
final class TokenProof {

    private static final Set<String> HEADERS = Set.of("alg", "kid", "jwk", "typ");
    private static final int MAX_RSA_BITS = 8_192;

    private TokenProof() {}

    static Proof check(String token, JsonObject header, JsonObject payload, PublishedKeys ours) {
        Optional<String> fault = headerFault(header).or(() -> claimsFault(payload));
        if (fault.isPresent()) {
            return Proof.failed(fault.get());
        }
        Optional<String> unknown = unknown(header);
        if (unknown.isPresent()) {
            return Proof.notChecked(unknown.get());
        }
        String algorithm = header.getString("alg");
        try {
            Optional<JWK> key = key(header, ours);
            if (key.isEmpty()) {
                return Proof.notChecked("The key is not in the document but at " + header.getString("kid", "?")
                        + ", and nothing is fetched while verifying.");
            }
            if (!verifies(token, algorithm, key.get())) {
                return Proof.failed(
                        "The signature does not fit the contents: they were changed after signing, or it was"
                                + " signed with another key.");
            }
            return ours.contains(key.get())
                    ? Proof.passed("The signature (" + algorithm + ") fits, made with one of our keys.", Proof.Key.OURS)
                    : Proof.passed(
                            "The signature (" + algorithm + ") fits the key in the document: nothing was changed after"
                                    + " signing.",
                            Proof.Key.IN_DOCUMENT);
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Proof.failed("The token's key or signature is not well-formed.");
        } catch (KeyMismatch e) {
            return Proof.failed(e.getMessage());
        }
    }

    private static Optional<String> headerFault(JsonObject header) {
        String algorithm = CredentialShape.string(header, "alg").orElse("");
        if (algorithm.equalsIgnoreCase("none")) {
            return Optional.of("The token says of itself that it is not signed (alg “none”).");
        }
        if (algorithm.isEmpty() || algorithm.startsWith("HS")) {
            return Optional.of(
                    "The token is signed with “" + algorithm + "”: whoever can check it could have made it.");
        }
        if (!(header.get("jwk") instanceof JsonObject)
                && CredentialShape.string(header, "kid").isEmpty()) {
            return Optional.of("The token neither has its key nor says where it is.");
        }
        return Optional.empty();
    }

    /** Finds what the standards permit but this verifier does not know; the badge is not invalid because of it. */
    private static Optional<String> unknown(JsonObject header) {
        String algorithm = header.getString("alg");
        if (!algorithm.equals("ES256") && !algorithm.equals("RS256")) {
            return Optional.of("The token is signed with “" + algorithm + "”; this verifier knows ES256 and RS256.");
        }
        String type = CredentialShape.string(header, "typ").orElse("JWT");
        if (!type.equalsIgnoreCase("JWT")) {
            return Optional.of("The token is of the type “" + type + "”; this verifier knows “JWT”.");
        }
        return header.keySet().stream()
                .filter(name -> !HEADERS.contains(name))
                .findFirst()
                .map(name -> "The token's header has “" + name + "”, which this verifier does not know.");
    }

    /** Finds a registered claim that contradicts the credential. The claims may be left out. */
    private static Optional<String> claimsFault(JsonObject payload) {
        if (contradicts(payload, "iss", CredentialShape.issuerId(payload))) {
            return Optional.of("The token names another issuer (iss) than its credential.");
        }
        if (contradicts(payload, "jti", CredentialShape.string(payload, "id"))) {
            return Optional.of("The token has another id (jti) than its credential.");
        }
        Optional<String> subject =
                CredentialShape.object(payload, "credentialSubject").flatMap(s -> CredentialShape.string(s, "id"));
        if (contradicts(payload, "sub", subject)) {
            return Optional.of("The token is about somebody else (sub) than its credential.");
        }
        if (payload.containsKey("nbf") && !sameMoment(payload, "nbf", "validFrom")) {
            return Optional.of("The token begins at another time (nbf) than its credential.");
        }
        if (payload.containsKey("exp") && !sameMoment(payload, "exp", "validUntil")) {
            return Optional.of("The token ends at another time (exp) than its credential.");
        }
        return Optional.empty();
    }

    private static boolean contradicts(JsonObject payload, String claim, Optional<String> said) {
        return payload.containsKey(claim)
                && !CredentialShape.string(payload, claim).equals(said);
    }

    private static boolean sameMoment(JsonObject payload, String claim, String property) {
        try {
            return payload.get(claim) instanceof JsonNumber seconds
                    && seconds.bigDecimalValue().longValue()
                            == OffsetDateTime.parse(payload.getString(property, ""))
                                    .toEpochSecond();
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Optional<JWK> key(JsonObject header, PublishedKeys ours) throws ParseException {
        if (header.get("jwk") instanceof JsonObject json) {
            if (json.containsKey("d")) {
                throw new KeyMismatch("The token gives its private key away, so anybody could have signed it.");
            }
            return Optional.of(JWK.parse(StrictJson.write(json)));
        }
        String kid = header.getString("kid");
        return ours.find(kid.substring(Math.max(kid.lastIndexOf('/'), kid.lastIndexOf('#')) + 1));
    }

    private static boolean verifies(String token, String algorithm, JWK key) throws ParseException, JOSEException {
        return JWSObject.parse(token).verify(verifier(algorithm, key));
    }

    /** Chooses the algorithm by the key, never by the header, to prevent algorithm confusion. */
    private static JWSVerifier verifier(String algorithm, JWK key) throws JOSEException {
        if (key instanceof ECKey ec
                && Curve.P_256.equals(ec.getCurve())
                && algorithm.equals(JWSAlgorithm.ES256.getName())) {
            return new ECDSAVerifier(ec);
        }
        if (key instanceof RSAKey rsa && algorithm.equals(JWSAlgorithm.RS256.getName())) {
            if (rsa.size() < 2048
                    || rsa.size() > MAX_RSA_BITS
                    || rsa.getPublicExponent().decode().length > 4) {
                throw new KeyMismatch("The token's RSA key is too small or too large to be accepted.");
            }
            return new RSASSAVerifier(rsa);
        }
        throw new KeyMismatch("The token says “" + algorithm + "”, but its key is of another kind.");
    }

    private static final class KeyMismatch extends RuntimeException {
        KeyMismatch(String message) {
            super(message);
        }
    }
}
