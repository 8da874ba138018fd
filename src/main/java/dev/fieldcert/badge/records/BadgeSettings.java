package dev.fieldcert.badge.records;

import dev.fieldcert.badge.credential.SigningAlgorithm;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The issuer of the badges, and its keys.
 *
 * @param address public address of this application, without a path; blank if there is none
 * @param keyFolder where keys are created on the first start and then kept; unused if there is a key store
 * @param keyStore PKCS#12 file with the keys, mounted by operators; null or blank if there is none
 * @param algorithm used to create a new key for the JSON Web Tokens
 * @param verificationsPerMinute how many verifications, badge pages and certificates one visitor may request per
 *     minute
 */
@ConfigurationProperties("fieldcert.badges")
public record BadgeSettings(
        String address,
        String issuerName,
        Path keyFolder,
        Path keyStore,
        String keyStorePassword,
        SigningAlgorithm algorithm,
        int verificationsPerMinute) {

    /** @throws IllegalArgumentException if the address is not an http or https address */
    public Optional<URI> publicAddress() {
        if (address.isBlank()) {
            return Optional.empty();
        }
        if (!address.matches("https?://[^\\s/?#]+/?")) {
            throw new IllegalArgumentException(
                    "fieldcert.badges.address must look like https://badges.example.com, but is: " + address);
        }
        return Optional.of(URI.create(address));
    }

    /** Omits the password, so that it is never logged. */
    @Override
    public String toString() {
        return "BadgeSettings[address=" + address + ", issuerName=" + issuerName + ", keyFolder=" + keyFolder
                + ", keyStore=" + keyStore + ", algorithm=" + algorithm + "]";
    }
}
