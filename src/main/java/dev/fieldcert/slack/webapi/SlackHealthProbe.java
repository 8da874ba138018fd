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
 * Reports whether Slack responds, judging by the bot's latest call, or by a probe if there was no call for a while. An
 * unreachable Slack is reported but never causes a restart.
 */
@Component("slackHealthIndicator")
public class SlackHealthProbe implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(SlackHealthProbe.class);
    private static final Duration QUIET = Duration.ofSeconds(60);

    private final SlackCalls calls;

    SlackHealthProbe(SlackCalls calls) {
        this.calls = calls;
    }

    /** Probes if there was no call recently. The tick calls this, so a health check never waits. */
    public void probe() {
        if (calls.lastWord().map(word -> word.isOlderThan(QUIET)).orElse(true)) {
            try {
                calls.test();
            } catch (SlackFailure failure) {
                LOG.warn("Slack does not answer error={}", failure.error());
            }
        }
    }

    /** The app's refusals that have not been forgotten, and when each first occurred. */
    public Map<AppRefusal, Instant> refusals() {
        return calls.appRefusals();
    }

    /** Forgets a refusal that was handled; it is recorded again if it occurs again. */
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
