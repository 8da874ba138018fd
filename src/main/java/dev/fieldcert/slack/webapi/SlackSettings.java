package dev.fieldcert.slack.webapi;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * How to reach Slack.
 *
 * @param appToken set for Socket Mode; empty for signed HTTP
 * @param apiUrl base of the Web API, with a slash at its end; empty for Slack itself
 * @param badgeChannel id or name of the channel where badges are announced until an admin chooses another
 * @param feedbackChannel id or name of the channel that hears feedback; empty for none
 * @param timeout after this long without Slack's answer, a call counts as unanswered
 * @param admins Slack user ids that run the program, beside the workspace's own admins
 */
@ConfigurationProperties("fieldcert.slack")
public record SlackSettings(
        @DefaultValue("") String botToken,
        @DefaultValue("") String signingSecret,
        @DefaultValue("") String appToken,
        @DefaultValue("") String apiUrl,
        @DefaultValue("field-certification") String badgeChannel,
        @DefaultValue("") String feedbackChannel,

        @DurationUnit(ChronoUnit.SECONDS) @DefaultValue("10s")
        Duration timeout,

        @DefaultValue Set<String> admins) {

    /** @throws IllegalStateException naming the variable that is missing of a half configuration */
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
        admins = admins == null ? Set.of() : Set.copyOf(admins);
    }

    public boolean socketMode() {
        return !appToken.isBlank();
    }

    /** Secrets never reach a log. */
    @Override
    public String toString() {
        return "SlackSettings[apiUrl=" + apiUrl + ", socketMode=" + socketMode() + ", badgeChannel=" + badgeChannel
                + ", feedbackChannel=" + feedbackChannel + "]";
    }
}
