package dev.fieldcert.local.workspace.delivery;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.settings.Settings;
import dev.fieldcert.local.workspace.wire.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The connection to the bot: Socket Mode if the bot has opened a connection, otherwise signed HTTP. */
public final class BotConnection {

    /** The three kinds of requests that Slack sends, named as in Socket Mode. */
    public enum Kind {
        EVENTS_API,
        SLASH_COMMANDS,
        INTERACTIVE
    }

    /**
     * The bot's answer.
     *
     * @param status the HTTP status, which is 200 over Socket Mode; 0 if there was no response
     * @param failure Slack's name for what went wrong; empty if a response with a 2xx status came in time
     */
    public record Answer(int status, String body, Optional<String> failure, boolean noRetry) {

        public boolean isOk() {
            return failure.isEmpty();
        }
    }

    private final Settings settings;
    private final HttpClient http;
    private volatile Optional<URI> botEvents;
    private volatile Optional<SocketMode> socket = Optional.empty();

    public BotConnection(Settings settings) {
        this.settings = settings;
        this.botEvents = settings.botEvents();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.ackBudget())
                .build();
    }

    public void to(URI url) {
        botEvents = Optional.of(url);
    }

    public void over(SocketMode mode) {
        socket = Optional.of(mode);
    }

    public Answer send(Kind kind, JsonObject payload) {
        return send(kind, payload, Map.of());
    }

    public Answer send(Kind kind, JsonObject payload, Map<String, String> headers) {
        if (socket.isPresent() && socket.get().isConnected()) {
            return socket.get().send(kind, payload, headers, settings.ackBudget());
        }
        if (botEvents.isEmpty()) {
            return new Answer(0, "", Optional.of("connection_failed"), false);
        }
        return post(botEvents.get(), kind, payload, headers);
    }

    private Answer post(URI url, Kind kind, JsonObject payload, Map<String, String> headers) {
        String body = body(kind, payload);
        long timestamp = settings.clock().instant().getEpochSecond();
        var request = HttpRequest.newBuilder(url)
                .timeout(settings.ackBudget())
                .header(
                        "Content-Type",
                        kind == Kind.EVENTS_API ? "application/json" : "application/x-www-form-urlencoded")
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("X-Slack-Request-Timestamp", Long.toString(timestamp))
                .header("X-Slack-Signature", Signature.of(settings.signingSecret(), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean noRetry =
                    response.headers().firstValue("x-slack-no-retry").orElse("").equals("1");
            boolean fine = response.statusCode() / 100 == 2;
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    fine ? Optional.empty() : Optional.of("http_error"),
                    noRetry);
        } catch (HttpTimeoutException e) {
            return new Answer(0, "", Optional.of("http_timeout"), false);
        } catch (ConnectException e) {
            return new Answer(0, "", Optional.of("connection_failed"), false);
        } catch (IOException e) {
            return new Answer(0, "", Optional.of("unknown_error"), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, "", Optional.of("unknown_error"), false);
        }
    }

    private static String body(Kind kind, JsonObject payload) {
        return switch (kind) {
            case EVENTS_API -> Json.write(payload);
            case INTERACTIVE -> "payload=" + URLEncoder.encode(Json.write(payload), StandardCharsets.UTF_8);
            case SLASH_COMMANDS ->
                payload.entrySet().stream()
                        .map(field -> field.getKey() + "="
                                + URLEncoder.encode(field.getValue().getAsString(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        };
    }
}
