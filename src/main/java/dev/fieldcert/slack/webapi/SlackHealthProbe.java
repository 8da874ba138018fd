package dev.fieldcert.slack.webapi;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Reports whether Slack answers: from the bot's own calls, or from a probe when there were none for a while. An
 * unreachable Slack is reported and never causes a restart.
 */
@Component("slackHealthIndicator")
public class SlackHealthProbe implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(SlackHealthProbe.class);
    private static final Duration QUIET = Duration.ofSeconds(60);

    private final SlackCalls calls;

    SlackHealthProbe(SlackCalls calls) {
        this.calls = calls;
    }

    /** Probes when nothing has been heard recently; called by the tick, so a health check never waits. */
    public void probe() {
        if (calls.lastWord().map(word -> word.isOlderThan(QUIET)).orElse(true)) {
            try {
                calls.test();
            } catch (SlackFailure failure) {
                LOG.warn("Slack does not answer error={}", failure.error());
            }
        }
    }

    /** What Slack refused the app since it was last forgotten, and when each came first. */
    public Map<AppRefusal, Instant> refusals() {
        return calls.appRefusals();
    }

    /** The refusal was dealt with; it is noted again when it comes again. */
    public void forget(AppRefusal refusal) {
        calls.forget(refusal);
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
