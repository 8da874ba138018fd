package dev.fieldcert.slack.webapi;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;

/**
 * The configuration of the connection to Slack.
 *
 * @param appToken set for Socket Mode; empty for signed HTTP
 * @param apiUrl base of the Web API, with a trailing slash; empty for Slack itself
 * @param badgeChannel id or name of the channel where badges are announced until an admin chooses another
 * @param feedbackChannel id or name of the channel that gets feedback, until an admin chooses another; empty if none
 * @param timeout the time after which a call counts as unanswered
 * @param admins Slack user ids of admins, in addition to the workspace's own
 * @param managerField id of the profile field that contains a person's manager, such as Xf0123ABCD; empty if none
 * @param publicUrl the URL at which Slack can reach this application to fetch pictures; empty to upload them
 * @param workers how many requests are processed at the same time
 * @param waiting how many requests may be waiting or in progress in this process
 */
@ConfigurationProperties("fieldcert.slack")
public record SlackSettings(
        String botToken,
        String signingSecret,
        String appToken,
        String apiUrl,
        String badgeChannel,
        String feedbackChannel,
        @DurationUnit(ChronoUnit.SECONDS) Duration timeout,
        Set<String> admins,
        String managerField,
        String publicUrl,
        int workers,
        int waiting) {

    /** @throws IllegalStateException if a required variable is missing; the message names it */
    public SlackSettings {
        if (botToken.isBlank()) {
            throw new IllegalStateException(
                    "SLACK_BOT_TOKEN is missing: FieldCert has "
                            + (appToken.isBlank() ? "a signing secret" : "an app token")
                            + " but no token to speak with. Set SLACK_BOT_TOKEN, or unset all SLACK_ variables to use the local workspace.");
        }
        if (signingSecret.isBlank() && appToken.isBlank()) {
            throw new IllegalStateException(
                    "SLACK_SIGNING_SECRET is missing: without it no request can be verified. Set it, or set SLACK_APP_TOKEN to use Socket Mode.");
        }
        if (timeout == null || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("fieldcert.slack.timeout must be a time like 10s, but is "
                    + (timeout == null ? "empty" : timeout) + ".");
        }
        if (workers < 1 || waiting < 1) {
            throw new IllegalArgumentException(
                    "fieldcert.slack.workers and fieldcert.slack.waiting must be at least 1, but are " + workers
                            + " and " + waiting + ".");
        }
        admins = admins == null ? Set.of() : Set.copyOf(admins);
    }

    public boolean socketMode() {
        return !appToken.isBlank();
    }

    /** Leaves out the secrets, so that they never reach a log. */
    @Override
    public String toString() {
        return "SlackSettings[apiUrl=" + apiUrl + ", socketMode=" + socketMode() + ", badgeChannel=" + badgeChannel
                + ", feedbackChannel=" + feedbackChannel + "]";
    }
}
