package dev.fieldcert.slack.webapi;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The metrics of all communication with Slack. No tag identifies a person, and each tag has few values. */
@Component
public class SlackMetrics {

    /** The reasons, each counted from zero at startup, so that even the first refusal appears as an increase. */
    private static final Set<String> REFUSALS = Set.of("unsigned", "secret", "clock");

    private static final Pattern CODE = Pattern.compile("[a-z0-9_.-]{1,40}");
    /** Slack allows three seconds for an acknowledgement; we aim for one second. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;

    SlackMetrics(MeterRegistry registry) {
        this.registry = registry;
        errors();
        REFUSALS.forEach(this::refusals);
    }

    /** Records the time from the first byte read to the response, over {@code way} (HTTP or Socket Mode). */
    public void acknowledged(String way, int status, long startedNanos) {
        time(
                "fieldcert.acknowledgement",
                "from Slack's request to our answer",
                startedNanos,
                "way",
                way,
                "status",
                Integer.toString(status));
    }

    /** Counts an HTTP request that could not be verified as Slack's; {@code reason} has only a few values. */
    public void refused(String reason) {
        refusals(reason).increment();
    }

    private Counter refusals(String reason) {
        return Counter.builder("fieldcert.requests.refused")
                .description("requests over HTTP that were not taken for Slack's")
                .tag("reason", reason)
                .register(registry);
    }

    /** Records the time of the work after the acknowledgement; for a form, before it. */
    public void worked(String type, boolean done, long startedNanos) {
        time(
                "fieldcert.work",
                "the work behind a request",
                startedNanos,
                "type",
                code(type),
                "outcome",
                done ? "done" : "failed");
    }

    /** Records a Web API call; {@code outcome} is "ok", Slack's error code, "no_answer", or the HTTP status. */
    void called(String method, String outcome, long startedNanos) {
        time("fieldcert.slack.calls", "calls of the Web API", startedNanos, "method", method, "outcome", code(outcome));
    }

    /** Counts an unexpected error: somebody was told about it, or got a message only as plain text. */
    public void unexpected() {
        errors().increment();
    }

    /** Counts the drip's decision about one learner; {@code why} is the plan's reason. */
    public void contact(boolean sent, String why) {
        Counter.builder("fieldcert.contacts")
                .description("the drip's decisions: sent or postponed, with the plan's reason")
                .tags("outcome", sent ? "sent" : "postponed", "why", code(why))
                .register(registry)
                .increment();
    }

    private Counter errors() {
        return Counter.builder("fieldcert.errors")
                .description("times somebody read that something did not work")
                .register(registry);
    }

    private void time(String name, String description, long startedNanos, String... tags) {
        Timer.builder(name)
                .description(description)
                .tags(tags)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(Duration.ofNanos(System.nanoTime() - startedNanos));
    }

    /** Returns "other" for anything that does not look like a code, so that text from outside never becomes a tag. */
    private static String code(String text) {
        String lower = text == null ? "" : text.toLowerCase(Locale.ROOT).replace(' ', '_');
        return CODE.matcher(lower).matches() ? lower : "other";
    }
}
