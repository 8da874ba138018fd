package dev.fieldcert.badge.records;

import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.credential.KeyFolder;
import dev.fieldcert.badge.credential.MountedKeyStore;
import dev.fieldcert.badge.credential.PublishedKeys;
import dev.fieldcert.badge.credential.SigningKeys;
import dev.fieldcert.badge.verification.BadgeVerifier;
import dev.fieldcert.badge.verification.OwnBadges;
import dev.fieldcert.badge.verification.Revocations;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the issuer, its keys and its verifier from the settings. */
@Configuration(proxyBeanMethods = false)
public class BadgeConfiguration {

    @Bean
    SigningKeys signingKeys(BadgeSettings settings) {
        return settings.keyStore() == null || settings.keyStore().toString().isBlank()
                ? new KeyFolder(settings.keyFolder()).load(settings.algorithm())
                : MountedKeyStore.load(
                        settings.keyStore(), settings.keyStorePassword().toCharArray());
    }

    /** Derives the installation's id from its first key, which stays published forever. */
    @Bean
    Issuer issuer(BadgeSettings settings, SigningKeys keys) {
        return issuer(settings, keys.published(), keys.linkedData().multibase());
    }

    /** @param multikey the Ed25519 key that signs new badges */
    public static Issuer issuer(BadgeSettings settings, PublishedKeys keys, String multikey) {
        byte[] first = keys.oldest().getBytes(StandardCharsets.UTF_8);
        return new Issuer(
                settings.issuerName(), UUID.nameUUIDFromBytes(first), Optional.of(multikey), settings.publicAddress());
    }

    @Bean
    BadgeVerifier badgeVerifier(Issuer issuer, SigningKeys keys, ObjectProvider<Revocations> revocations) {
        return new BadgeVerifier(
                new OwnBadges(issuer, keys.published(), Optional.ofNullable(revocations.getIfAvailable())));
    }
}
