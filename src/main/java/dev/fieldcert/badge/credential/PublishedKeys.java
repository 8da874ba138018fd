package dev.fieldcert.badge.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All public keys of one issuer, oldest first. */
public final class PublishedKeys {

    public static final PublishedKeys NONE = new PublishedKeys(List.of());

    private final List<JWK> keys;

    private PublishedKeys(List<JWK> keys) {
        this.keys = List.copyOf(keys);
    }

    /** @throws IllegalArgumentException if the text is not a JSON Web Key Set */
    public static PublishedKeys read(String jwks) {
        try {
            PublishedKeys read = NONE;
            for (JWK key : JWKSet.parse(jwks).getKeys()) {
                read = read.with(key);
            }
            return read;
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not a JSON Web Key Set", e);
        }
    }

    /** Adds the public part of a key, unless it is already present. */
    public PublishedKeys with(JWK key) {
        if (contains(key)) {
            return this;
        }
        List<JWK> more = new ArrayList<>(keys);
        more.add(key.toPublicJWK());
        return new PublishedKeys(more);
    }

    public PublishedKeys with(PublishedKeys others) {
        PublishedKeys all = this;
        for (JWK key : others.keys) {
            all = all.with(key);
        }
        return all;
    }

    /** Compares keys by thumbprint, and ignores their ids. */
    public boolean contains(JWK key) {
        return find(thumbprint(key)).isPresent();
    }

    public boolean containsEd25519(byte[] publicKey) {
        return contains(SigningKeys.publicJwk(publicKey));
    }

    public Optional<JWK> find(String thumbprint) {
        return keys.stream().filter(key -> thumbprint(key).equals(thumbprint)).findFirst();
    }

    /** The thumbprint of the oldest key. */
    public String oldest() {
        return thumbprint(keys.get(0));
    }

    /** One key as JSON, to publish at its own address; empty if it is unknown. */
    public Optional<JsonObject> json(String thumbprint) {
        return find(thumbprint).map(key -> StrictJson.read(key.toJSONString()));
    }

    /** The JSON Web Key Set to store, with thumbprints as key ids. */
    public JsonObject jwks() {
        return StrictJson.read(new JWKSet(keys).toString(true));
    }

    /** The JSON Web Key Set to publish, with the key ids that the signed tokens use. */
    public JsonObject jwks(Issuer issuer) {
        JsonArrayBuilder named = StrictJson.array();
        for (JWK key : keys) {
            JsonObject json = StrictJson.read(key.toJSONString());
            String name = issuer.keyAddress(thumbprint(key)).orElse(thumbprint(key));
            named.add(StrictJson.object(json).add("kid", name));
        }
        return StrictJson.object().add("keys", named).build();
    }

    /** The Ed25519 keys as Multikeys, {@code z6Mk…}, oldest first. */
    public List<String> multikeys() {
        return keys.stream()
                .filter(OctetKeyPair.class::isInstance)
                .map(key -> Ed25519.multibase(((OctetKeyPair) key).getDecodedX()))
                .toList();
    }

    public static String thumbprint(JWK key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException("Cannot take a key's thumbprint", e);
        }
    }
}
