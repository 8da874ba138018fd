package dev.fieldcert.xapi;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The Learning Record Store that is told what happens.
 *
 * @param endpoint its xAPI endpoint; empty for none
 * @param version of xAPI: 1.0.3 or 2.0.0
 * @param workspace address of the Slack workspace, which is the home page of the actors' accounts
 * @param activities the address that the ids of courses and questions begin with; empty for the workspace's
 * @param user for basic authentication, with {@code password}
 * @param tokenUrl for OAuth 2 client credentials instead, with {@code client}, {@code clientSecret} and {@code scope}
 * @param actor how a learner is named: by their account, or by their e-mail address
 * @param voids whether the statements about a person are voided when the person is erased
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

    /** @throws IllegalArgumentException naming what is missing or wrong */
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

    /** What the ids of activities begin with. */
    String base() {
        return withoutSlash(activities.isBlank() ? workspace : activities) + "/xapi/";
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** Secrets never reach a log. */
    @Override
    public String toString() {
        return "XapiSettings[endpoint=" + endpoint + ", version=" + version + ", workspace=" + workspace + ", actor="
                + actor + ", voids=" + voids + "]";
    }
}
