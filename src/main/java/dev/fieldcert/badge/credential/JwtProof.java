package dev.fieldcert.badge.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;

/** The VC-JWT proof of Open Badges 3.0: the credential is the payload of a compact JSON Web Signature. */
public final class JwtProof {

    private JwtProof() {}

    /**
     * Signs a credential. The header contains the public key, so the signature can be checked as long as the token
     * exists. With a public address, the header also names the address of the key.
     */
    public static String sign(JsonObject credential, SigningKeys keys, Issuer issuer) {
        JWK key = keys.token();
        JWSHeader.Builder header = new JWSHeader.Builder(keys.algorithm().jose())
                .type(JOSEObjectType.JWT)
                .jwk(key.toPublicJWK());
        issuer.keyAddress(PublishedKeys.thumbprint(key)).ifPresent(header::keyID);
        JWSObject token = new JWSObject(header.build(), new Payload(StrictJson.write(claims(credential))));
        try {
            token.sign(signer(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Signing the credential failed", e);
        }
        return token.serialize();
    }

    /** The credential's properties, and the registered JWT claims that repeat some of them. */
    static JsonObject claims(JsonObject credential) {
        JsonObjectBuilder claims = StrictJson.object(credential)
                .add("iss", credential.getJsonObject("issuer").getString("id"))
                .add("jti", credential.getString("id"))
                .add("nbf", seconds(credential.getString("validFrom")))
                .add("sub", credential.getJsonObject("credentialSubject").getString("id"));
        if (credential.containsKey("validUntil")) {
            claims.add("exp", seconds(credential.getString("validUntil")));
        }
        return claims.build();
    }

    private static long seconds(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }

    private static JWSSigner signer(JWK key) throws JOSEException {
        return key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner((ECKey) key);
    }
}
