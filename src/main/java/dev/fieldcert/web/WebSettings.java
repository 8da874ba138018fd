package dev.fieldcert.web;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What stands between the public pages and their visitors.
 *
 * @param proxies addresses, or networks like 10.1.0.0/16, of the reverse proxies whose word about a visitor's address counts
 */
@ConfigurationProperties("fieldcert.web")
record WebSettings(Set<String> proxies) {

    WebSettings {
        proxies = proxies == null ? Set.of() : Set.copyOf(proxies);
    }
}
