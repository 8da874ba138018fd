package dev.fieldcert.badge.records;

import dev.fieldcert.badge.credential.SigningAlgorithm;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who issues the badges and with which keys.
 *
 * @param address public address of this application, without a path; may be blank
 * @param keyFolder where keys are made on first start and kept; unused with a key store
 * @param keyStore PKCS#12 file with the keys, mounted by operations; may be absent
 * @param algorithm of the JSON Web Tokens, for a new key
 * @param verificationsPerMinute how many badges one visitor may have verified
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

    /** @throws IllegalArgumentException when the address is no http address */
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

    /** The password never reaches a log. */
    @Override
    public String toString() {
        return "BadgeSettings[address=" + address + ", issuerName=" + issuerName + ", keyFolder=" + keyFolder
                + ", keyStore=" + keyStore + ", algorithm=" + algorithm + "]";
    }
}
