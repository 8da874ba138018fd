package dev.fieldcert.badge.credential;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** The issuer as JSON: short inside a credential, complete at the issuer's own address. */
public final class IssuerProfile {

    private IssuerProfile() {}

    /** The {@code issuer} property of a credential. */
    static JsonObjectBuilder brief(Issuer issuer) {
        JsonObjectBuilder profile = StrictJson.object()
                .add("id", issuer.id())
                .add("type", StrictJson.array("Profile"))
                .add("name", issuer.name());
        issuer.address().ifPresent(address -> profile.add("url", address.toString()));
        return profile;
    }

    /**
     * The document at the issuer's id. It is an Open Badges profile and a controlled identifier document, so verifiers
     * find the keys of linked-data proofs in it. The keys of JSON Web Tokens are in the key set.
     */
    public static JsonObject complete(Issuer issuer, PublishedKeys keys) {
        JsonArrayBuilder methods = StrictJson.array();
        JsonArrayBuilder assertions = StrictJson.array();
        for (String multikey : keys.multikeys()) {
            String id = issuer.id() + "#" + multikey;
            methods.add(StrictJson.object()
                    .add("id", id)
                    .add("type", "Multikey")
                    .add("controller", issuer.id())
                    .add("publicKeyMultibase", multikey));
            assertions.add(id);
        }
        return StrictJson.object()
                .add("@context", StrictJson.array("https://www.w3.org/ns/cid/v1", OpenBadge.OPEN_BADGES_CONTEXT))
                .addAll(brief(issuer))
                .add("verificationMethod", methods)
                .add("assertionMethod", assertions)
                .build();
    }
}
