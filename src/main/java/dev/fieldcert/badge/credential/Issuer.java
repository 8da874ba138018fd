package dev.fieldcert.badge.credential;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * Who issues the badges, and where everything about them is published. Without a public address the issuer is the key
 * it signs with ({@code did:key}), all else is named by {@code urn:}, and the credentials verify all the same; what is
 * published under an address (status, pictures) they leave out.
 *
 * @param name of the organization or installation
 * @param installation identifies the issuer when there is no address; never changes
 * @param multikey the Ed25519 key ({@code z6Mk…}) that is the issuer's name where there is no address; empty for
 *     nobody's
 * @param address public address of this application, without a path, such as {@code https://badges.example.com}
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

    /** The credential's id is its page. */
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
     * The pictures of one award as they were when it was signed.
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

    /** @param list number of the status list, from 1 */
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
