package dev.fieldcert.web;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the network between the public pages and their visitors.
 *
 * @param proxies addresses, or networks like 10.1.0.0/16, of the reverse proxies that are trusted to name the
 *     visitor's address
 */
@ConfigurationProperties("fieldcert.web")
record WebSettings(Set<String> proxies) {

    WebSettings {
        proxies = proxies == null ? Set.of() : Set.copyOf(proxies);
    }
}
