package dev.fieldcert.slack.drip;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How fast the drip sends.
 *
 * @param contactsPerMinute the maximum for the whole workspace, at least 1
 */
@ConfigurationProperties("fieldcert.drip")
public record DripSettings(int contactsPerMinute) {

    public DripSettings {
        if (contactsPerMinute < 1) {
            throw new IllegalArgumentException(
                    "fieldcert.drip.contacts-per-minute must be at least 1, but is " + contactsPerMinute + ".");
        }
    }
}
