package dev.fieldcert.slack.webapi;

import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.ResponseMetadata;
import com.slack.api.webhook.WebhookResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * All calls to Slack's Web API go through this class. A call returns Slack's response if it reports success; otherwise,
 * it throws a {@link SlackFailure}. After a rate limit, the method is not called again before the time that Slack
 * named.
 */
@Component
public class SlackCalls {

    private static final Logger LOG = LoggerFactory.getLogger(SlackCalls.class);
    private final Slack slack;
    private final SlackMethods methods;
    private final SlackMetrics metrics;
    private final Clock clock;
    private final Map<String, Instant> leftAlone = new ConcurrentHashMap<>();
    private final Map<AppRefusal, Instant> appRefusals = new ConcurrentHashMap<>();
    private volatile LastWord lastWord;

    SlackCalls(Slack slack, SlackSettings settings, SlackMetrics metrics, Clock clock) {
        this.slack = slack;
        this.methods = new SlackMethods(slack.getHttpClient(), settings.botToken());
        this.metrics = metrics;
        this.clock = clock;
    }

    /** One method of Slack's client, with its arguments. */
    @FunctionalInterface
    interface Call<R> {
        R run(MethodsClient methods) throws IOException, SlackApiException;
    }

    /** One method that returns a paged list; for the first page, the cursor is null. */
    @FunctionalInterface
    interface PageCall<R> {
        R run(MethodsClient methods, String cursor) throws IOException, SlackApiException;
    }

    /** The result of the most recent call. */
    record LastWord(String method, String outcome, boolean reached, long nanos) {

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - nanos);
        }

        boolean isOlderThan(Duration age) {
            return age().compareTo(age) > 0;
        }
    }

    /** The app's refusals that have not been forgotten, and when each first occurred. */
    Map<AppRefusal, Instant> appRefusals() {
        return Map.copyOf(appRefusals);
    }

    /** Forgets a refusal that was handled; it is recorded again if it occurs again. */
    void forget(AppRefusal refusal) {
        appRefusals.remove(refusal);
    }

    /** The result of the most recent call; empty before the first one. */
    Optional<LastWord> lastWord() {
        return Optional.ofNullable(lastWord);
    }

    /** Calls {@code auth.test}. */
    void test() {
        call("auth.test", methods -> methods.authTest(request -> request));
    }

    /** Whether the method may be called now, because it is not rate-limited. */
    boolean mayCall(String method) {
        Instant until = leftAlone.get(method);
        return until == null || !until.isAfter(clock.instant());
    }

    public void forgetLimits() {
        leftAlone.clear();
    }

    <R extends SlackApiTextResponse> R call(String method, Call<R> call) {
        Instant now = clock.instant();
        Instant until = leftAlone.get(method);
        if (until != null && until.isAfter(now)) {
            throw SlackFailure.later(method, Duration.between(now, until));
        }
        long started = System.nanoTime();
        String outcome = "no_answer";
        String said = null;
        boolean reached = false;
        R response;
        try {
            response = call.run(methods);
            outcome = response.isOk() ? "ok" : String.valueOf(response.getError());
            reached = response.isOk() || Concern.of(outcome) != Concern.TOKEN;
        } catch (SlackApiException e) {
            reached = e.getResponse().code() < 500;
            outcome = "http_" + e.getResponse().code();
            throw answeredOtherwise(method, e, now);
        } catch (IOException e) {
            said = noAnswer(e);
            throw SlackFailure.unanswered(method, said, e);
        } finally {
            metrics.called(method, outcome, started);
            lastWord = new LastWord(method, said == null ? outcome : said, reached, System.nanoTime());
        }
        if (!response.isOk()) {
            if ("ratelimited".equals(response.getError()) || "rate_limited".equals(response.getError())) {
                throw leaveAlone(method, Duration.ofSeconds(30), now);
            }
            throw refused(method, response, now);
        }
        return response;
    }

    /**
     * @param messageId the bot's own id for the message, by which Slack's clients recognize duplicates; null for a
     *     message that is sent only once
     */
    ChatPostMessageResponse postMessage(ChatPostMessageRequest message, String messageId) {
        return call("chat.postMessage", same -> methods.chatPostMessage(message, messageId));
    }

    /** Reads page by page; requests each page only after the previous ones were consumed. */
    <R extends SlackApiTextResponse> Stream<R> pages(
            String method, Function<R, ResponseMetadata> metadata, PageCall<R> call) {
        return Stream.iterate(
                call(method, methods -> call.run(methods, null)),
                Objects::nonNull,
                page -> nextCursor(metadata.apply(page))
                        .map(cursor -> call(method, methods -> call.run(methods, cursor)))
                        .orElse(null));
    }

    /** The cursor of the next page; empty after the last one. */
    static Optional<String> nextCursor(ResponseMetadata metadata) {
        return Optional.ofNullable(metadata)
                .map(ResponseMetadata::getNextCursor)
                .filter(cursor -> !cursor.isEmpty());
    }

    /** Responds at the response URL of a click or a slash command. */
    void answer(String responseUrl, ActionResponse answer) {
        long started = System.nanoTime();
        String outcome = "no_answer";
        WebhookResponse response;
        try {
            response = new ActionResponseSender(slack).send(responseUrl, answer);
            outcome = response.getCode() == 200 ? "ok" : "http_" + response.getCode();
        } catch (IOException e) {
            throw SlackFailure.unanswered("response_url", noAnswer(e), e);
        } finally {
            metrics.called("response_url", outcome, started);
        }
        if (response.getCode() >= 500) {
            throw SlackFailure.unanswered("response_url", "http_" + response.getCode(), null);
        }
        if (response.getCode() != 200) {
            throw SlackFailure.refused("response_url", error(response.getBody()));
        }
    }

    private SlackFailure refused(String method, SlackApiTextResponse response, Instant now) {
        LOG.warn("Slack refused method={} error={} details=\"{}\"", method, response.getError(), details(response));
        SlackFailure failure = SlackFailure.refused(method, response.getError(), response.getNeeded());
        if (failure.concern() == Concern.TOKEN || failure.concern() == Concern.APP) {
            appRefusals.putIfAbsent(
                    new AppRefusal(failure.error(), failure.needed().orElse("")), now);
        }
        return failure;
    }

    /** Describes the network error: for example an unknown host name, an untrusted certificate, or a timeout. */
    private static String noAnswer(IOException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "no answer (%s: %s)".formatted(cause.getClass().getSimpleName(), cause.getMessage());
    }

    /**
     * Which block is invalid and why, or which scope is missing. Slack's error details describe only our layout, so
     * they contain no user's text.
     */
    private static String details(SlackApiTextResponse response) {
        if (response instanceof ChatPostMessageResponse posted && posted.getResponseMetadata() != null) {
            return String.join("; ", posted.getResponseMetadata().getMessages());
        }
        return response.getNeeded() == null ? "" : "needs scope " + response.getNeeded();
    }

    /**
     * The error code from a body like {@code {"ok":false,"error":"invalid_blocks"}}; the body itself if it has none.
     */
    private static String error(String body) {
        try {
            return JsonParser.parseString(body).getAsJsonObject().get("error").getAsString();
        } catch (RuntimeException notJson) {
            return body;
        }
    }

    private SlackFailure answeredOtherwise(String method, SlackApiException e, Instant now) {
        if (e.getResponse().code() == 429) {
            String seconds = e.getResponse().header("Retry-After", "30");
            return leaveAlone(
                    method, Duration.ofSeconds(Long.parseLong(seconds.matches("\\d{1,6}") ? seconds : "30")), now);
        }
        return SlackFailure.unanswered(method, "http_" + e.getResponse().code(), e);
    }

    private SlackFailure leaveAlone(String method, Duration howLong, Instant now) {
        leftAlone.put(method, now.plus(howLong));
        return SlackFailure.later(method, howLong);
    }
}
