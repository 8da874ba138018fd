package dev.fieldcert.badge.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;

/**
 * The keys that sign new badges, and every public key that badges were ever signed with.
 *
 * @param token private EC P-256 or RSA key for the JSON Web Token; its key id is the RFC 7638 thumbprint
 * @param linkedData private Ed25519 key for the Data Integrity proof
 * @param published includes the public parts of the other two keys
 */
public record SigningKeys(JWK token, Ed25519.Keys linkedData, PublishedKeys published) {

    private static final int RSA_BITS = 3072;

    public SigningKeys {
        if (!token.isPrivate()) {
            throw new IllegalArgumentException("Signing needs a private key");
        }
        published = published.with(token).with(publicJwk(linkedData.open()));
    }

    /** Creates new keys; stores nothing. */
    public static SigningKeys generate(SigningAlgorithm algorithm) {
        return generate(algorithm, PublishedKeys.NONE);
    }

    /**
     * Creates new keys that replace older ones. The public parts of the older keys stay published, so that older
     * badges can be verified.
     */
    public static SigningKeys generate(SigningAlgorithm algorithm, PublishedKeys old) {
        try {
            JWK token = algorithm == SigningAlgorithm.ES256
                    ? new ECKeyGenerator(Curve.P_256)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES256)
                            .keyIDFromThumbprint(true)
                            .generate()
                    : new RSAKeyGenerator(RSA_BITS)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.RS256)
                            .keyIDFromThumbprint(true)
                            .generate();
            return new SigningKeys(token, Ed25519.generate(), old);
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot make a signing key", e);
        }
    }

    public SigningAlgorithm algorithm() {
        return token instanceof RSAKey ? SigningAlgorithm.RS256 : SigningAlgorithm.ES256;
    }

    /** @throws IllegalArgumentException if the key is neither EC P-256 nor RSA of at least 2048 bits */
    static SigningAlgorithm algorithmOf(JWK key) {
        if (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve())) {
            return SigningAlgorithm.ES256;
        }
        if (key instanceof RSAKey rsa && rsa.size() >= 2048) {
            return SigningAlgorithm.RS256;
        }
        throw new IllegalArgumentException("A signing key is EC on P-256 or RSA of at least 2048 bits");
    }

    static OctetKeyPair publicJwk(byte[] ed25519) {
        try {
            return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(ed25519))
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint()
                    .build();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot take a key's thumbprint", e);
        }
    }

    /** Omits the private keys, so that they are never logged. */
    @Override
    public String toString() {
        return "SigningKeys[token=" + token.getKeyID() + ", linkedData=" + linkedData.multibase() + "]";
    }
}
