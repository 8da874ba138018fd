package dev.fieldcert;

import com.mongodb.MongoException;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.credential.KeyFolder;
import dev.fieldcert.badge.credential.MountedKeyStore;
import dev.fieldcert.badge.credential.PublishedKeys;
import dev.fieldcert.badge.records.BadgeConfiguration;
import dev.fieldcert.badge.records.BadgeSettings;
import dev.fieldcert.badge.records.RevocationLookup;
import dev.fieldcert.badge.verification.OwnBadges;
import dev.fieldcert.badge.verification.Revocations;
import dev.fieldcert.local.LocalSettings;
import dev.fieldcert.local.store.StoreException;
import dev.fieldcert.local.store.StoreReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Finds the keys and revocations of the installation in which a command runs. Creates and changes nothing. */
final class InstalledBadges {

    private InstalledBadges() {}

    /** Returns {@link OwnBadges#NONE} if this installation has never signed a badge. */
    static OwnBadges of(Environment environment) {
        BadgeSettings settings = Binder.get(environment)
                .bind("fieldcert.badges", BadgeSettings.class)
                .get();
        PublishedKeys keys = keys(settings);
        if (keys.multikeys().isEmpty()) {
            return OwnBadges.NONE;
        }
        List<String> multikeys = keys.multikeys();
        String uri = environment.getProperty("spring.mongodb.uri", "");
        Path data = LocalSettings.of(environment).data();
        return new OwnBadges(
                BadgeConfiguration.issuer(settings, keys, multikeys.get(multikeys.size() - 1)),
                keys,
                Optional.of(index -> revoked(uri, data, index)));
    }

    private static PublishedKeys keys(BadgeSettings settings) {
        return settings.keyStore() == null || settings.keyStore().toString().isBlank()
                ? new KeyFolder(settings.keyFolder()).published()
                : MountedKeyStore.load(
                                settings.keyStore(), settings.keyStorePassword().toCharArray())
                        .published();
    }

    private static Optional<Standing.Revoked> revoked(String uri, Path data, int statusIndex) {
        try {
            return uri.isBlank()
                    ? StoreReader.read(data, store -> RevocationLookup.of(store, statusIndex))
                    : RevocationLookup.of(uri, statusIndex);
        } catch (StoreException e) {
            throw new Revocations.Unavailable(e.getMessage(), e);
        } catch (MongoException | IllegalArgumentException e) {
            throw new Revocations.Unavailable("The database at MONGODB_URI does not answer.", e);
        }
    }
}
