package dev.fieldcert.slack.webapi;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether Slack answers: from the calls the bot makes anyway, or, when it has made none for a while, from a question of its
 * own. An unreachable Slack is told as such and makes nobody restart the bot.
 */
@Component("slackHealthIndicator")
public class SlackHealthProbe implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(SlackHealthProbe.class);
    private static final Duration QUIET = Duration.ofSeconds(60);

    private final SlackCalls calls;

    SlackHealthProbe(SlackCalls calls) {
        this.calls = calls;
    }

    /** Asks when nothing has been heard lately; called by the tick, so that whoever reads the health never waits. */
    public void probe() {
        if (calls.lastWord().map(word -> word.isOlderThan(QUIET)).orElse(true)) {
            try {
                calls.test();
            } catch (SlackFailure failure) {
                LOG.warn("Slack does not answer error={}", failure.error());
            }
        }
    }

    @Override
    public Health health() {
        return calls.lastWord()
                .map(word -> (word.reached() ? Health.up() : Health.down())
                        .withDetail("method", word.method())
                        .withDetail("outcome", word.outcome())
                        .withDetail("secondsAgo", word.age().toSeconds())
                        .build())
                .orElseGet(() ->
                        Health.unknown().withDetail("outcome", "not called yet").build());
    }
}
