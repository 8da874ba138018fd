package dev.fieldcert.badge.credential;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * The issuer of the badges, and the addresses of everything published about them. Without a public address, the
 * issuer's id is its signing key ({@code did:key}), everything else has a {@code urn:} id, and the credentials omit
 * what would need an address (status, achievement picture). They can still be verified.
 *
 * @param name name of the organization or installation
 * @param installation identifies the installation; all {@code urn:} ids are derived from it, so it must never change
 * @param multikey the Ed25519 key ({@code z6Mk…}) that identifies the issuer if there is no address; empty only for a
 *     verifier that issues nothing
 * @param address public address of this application, without a path, such as {@code https://badges.example.com}; empty
 *     if there is none
 */
public record Issuer(String name, UUID installation, Optional<String> multikey, Optional<URI> address) {

    public Issuer {
        address = address.map(Issuer::withoutTrailingSlash);
    }

    public String id() {
        return address.map(base -> base + "/badges/issuer")
                .or(() -> multikey.map(key -> "did:key:" + key))
                .orElse("urn:uuid:" + installation);
    }

    /** The credential's id: the address of its page, or a {@code urn:} if there is no public address. */
    public String credentialId(String awardId) {
        return page(awardId).orElseGet(() -> "urn:uuid:" + UUID.nameUUIDFromBytes(bytes("award", awardId)));
    }

    public String achievementId(String badgeId) {
        return address.map(base -> base + "/badges/definitions/" + badgeId)
                .orElseGet(() -> "urn:uuid:" + UUID.nameUUIDFromBytes(bytes("badge", badgeId)));
    }

    public Optional<String> page(String awardId) {
        return address.map(base -> base + "/badges/" + awardId);
    }

    public Optional<String> picture(String badgeId) {
        return address.map(base -> base + "/badges/definitions/" + badgeId + "/picture.png");
    }

    /**
     * The id of an award's own picture, which does not change after signing. With a public address, the id is the
     * picture's address.
     *
     * @param format {@code png} or {@code svg}
     */
    public String pictureOf(String awardId, String format) {
        return page(awardId)
                .map(page -> page + "/picture." + format)
                .orElseGet(() -> credentialId(awardId) + "#" + format);
    }

    /** @param keyId thumbprint of the key */
    public Optional<String> keyAddress(String keyId) {
        return address.map(base -> base + "/badges/keys/" + keyId);
    }

    /** @param list number of the status list, 1-based */
    public Optional<String> statusList(int list) {
        return address.map(base -> base + "/badges/status/" + list);
    }

    private byte[] bytes(String kind, String id) {
        return (installation + "/" + kind + "/" + id).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static URI withoutTrailingSlash(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : address;
    }
}
