package dev.fieldcert.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The receivers of webhooks, and the secrets with which messages are signed.
 *
 * @param urls the receivers' addresses; empty if there are none
 * @param secrets one for each receiver, in the same order: {@code whsec_} followed by at least 24 bytes in base64
 * @param email whether to send a learner's e-mail address in addition to the Slack id
 * @param privateAddresses whether a receiver may be in a private network or on this machine
 */
@ConfigurationProperties("fieldcert.webhooks")
public record WebhookSettings(List<String> urls, List<String> secrets, boolean email, boolean privateAddresses) {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;

    /** @throws IllegalArgumentException with a message about what is missing or invalid */
    public WebhookSettings {
        urls = urls == null ? List.of() : List.copyOf(urls);
        secrets = secrets == null ? List.of() : List.copyOf(secrets);
        if (urls.size() != secrets.size()) {
            throw new IllegalArgumentException(
                    "fieldcert.webhooks.urls and fieldcert.webhooks.secrets must have as many"
                            + " entries as each other, but have " + urls.size() + " and " + secrets.size() + ".");
        }
        for (String url : urls) {
            mustBeAddress(url, privateAddresses);
        }
        secrets.forEach(WebhookSettings::key);
    }

    private static void mustBeAddress(String url, boolean privateAddresses) {
        try {
            URI address = new URI(url);
            boolean scheme =
                    "https".equals(address.getScheme()) || privateAddresses && "http".equals(address.getScheme());
            if (scheme && address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null) {
                return;
            }
        } catch (URISyntaxException noAddress) {
            // Reported below.
        }
        throw new IllegalArgumentException(
                "fieldcert.webhooks.urls must hold addresses like https://hooks.example.com/fieldcert, but has: "
                        + url);
    }

    /** The secret's bytes. */
    static byte[] key(String secret) {
        try {
            byte[] key = secret.startsWith(PREFIX)
                    ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                    : new byte[0];
            if (key.length >= SHORTEST) {
                return key;
            }
        } catch (IllegalArgumentException noBase64) {
            // Reported below, without the secret.
        }
        throw new IllegalArgumentException(
                "fieldcert.webhooks.secrets must each be whsec_ and at least 24 random bytes in base64.");
    }

    /** Omits the secrets, so that they never reach a log. */
    @Override
    public String toString() {
        return "WebhookSettings[receivers=" + urls.size() + ", email=" + email + ", privateAddresses="
                + privateAddresses + "]";
    }
}
