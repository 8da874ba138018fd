package dev.fieldcert.local;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The settings of local mode.
 *
 * @param data the folder for the embedded store, the keys, and the local workspace
 * @param port the port of the local workspace's page; 0 for any free one
 */
@ConfigurationProperties("fieldcert.local")
public record LocalSettings(Path data, int port) {

    public LocalSettings {
        if (data == null || data.toString().isBlank()) {
            throw new IllegalArgumentException("fieldcert.local.data must name a folder, but is empty.");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("fieldcert.local.port must be a port, but is " + port + ".");
        }
    }

    /** Reads the settings from the {@code environment}, before there are beans. */
    public static LocalSettings of(Environment environment) {
        return Binder.get(environment)
                .bind("fieldcert.local", LocalSettings.class)
                .get();
    }
}
