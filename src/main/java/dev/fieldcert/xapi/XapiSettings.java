package dev.fieldcert.xapi;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings for the Learning Record Store (LRS) that receives events.
 *
 * @param endpoint the xAPI endpoint of the LRS; empty if there is none
 * @param version the xAPI version: 1.0.3 or 2.0.0
 * @param workspace the address of the Slack workspace, used as the home page of the actors' accounts
 * @param activities the address with which the ids of courses and questions begin; empty to use the workspace's
 * @param user user for basic authentication, with {@code password}
 * @param tokenUrl where to obtain an OAuth 2 token instead, with {@code client}, {@code clientSecret} and {@code
 *     scope}
 * @param actor whether learners are identified by account or by e-mail address
 * @param voids whether to void a person's statements when the person is erased
 */
@ConfigurationProperties("fieldcert.xapi")
public record XapiSettings(
        String endpoint,
        String version,
        String workspace,
        String activities,
        String user,
        String password,
        String tokenUrl,
        String client,
        String clientSecret,
        String scope,
        Actor actor,
        boolean voids) {

    public enum Actor {
        ACCOUNT,
        EMAIL
    }

    /** @throws IllegalArgumentException with a message about what is missing or invalid */
    public XapiSettings {
        if (!endpoint.isBlank()) {
            mustBeAddress("fieldcert.xapi.endpoint", endpoint);
            mustBeAddress("fieldcert.xapi.workspace", workspace);
            if (!activities.isBlank()) {
                mustBeAddress("fieldcert.xapi.activities", activities);
            }
            if (!version.matches("1\\.0\\.[0-3]|2\\.0\\.0")) {
                throw new IllegalArgumentException(
                        "fieldcert.xapi.version must be 1.0.3 or 2.0.0, but is " + version + ".");
            }
            if (tokenUrl.isBlank() == user.isBlank()) {
                throw new IllegalArgumentException(
                        "Set either fieldcert.xapi.user or fieldcert.xapi.token-url, and only one of them.");
            }
            if (!tokenUrl.isBlank()) {
                mustBeAddress("fieldcert.xapi.token-url", tokenUrl);
                if (client.isBlank() || clientSecret.isBlank()) {
                    throw new IllegalArgumentException(
                            "fieldcert.xapi.token-url needs fieldcert.xapi.client and fieldcert.xapi.client-secret.");
                }
            }
        }
    }

    private static void mustBeAddress(String name, String address) {
        if (!address.matches("https?://[^\\s/?#@]+(/[^\\s?#]*)?")) {
            throw new IllegalArgumentException(
                    name + " must look like https://lrs.example.com/xapi, but is: " + address);
        }
    }

    boolean isOn() {
        return !endpoint.isBlank();
    }

    URI statements() {
        return URI.create(withoutSlash(endpoint) + "/statements");
    }

    String homePage() {
        return withoutSlash(workspace);
    }

    /** The beginning of the ids of activities. */
    String base() {
        return withoutSlash(activities.isBlank() ? workspace : activities) + "/xapi/";
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** Omits the secrets, so that they never reach a log. */
    @Override
    public String toString() {
        return "XapiSettings[endpoint=" + endpoint + ", version=" + version + ", workspace=" + workspace + ", actor="
                + actor + ", voids=" + voids + "]";
    }
}
