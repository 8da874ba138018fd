package dev.fieldcert.slack.webapi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Makes single Web API calls while the bot is not running, to check an installation, and also returns what the
 * response headers say. On a rate limit, waits up to {@value #LONGEST_WAIT} seconds before each new attempt.
 */
public final class BareCalls {

    public static final String SLACK = "https://slack.com/api/";

    private static final int LONGEST_WAIT = 90;
    private static final int TRIES = 6;

    private final String apiUrl;
    private final Duration timeout;
    private final HttpClient http;

    /** @param apiUrl base of the Web API, with a trailing slash; empty for Slack itself */
    public BareCalls(String apiUrl, Duration timeout) {
        this.apiUrl = apiUrl.isBlank() ? SLACK : apiUrl;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    /**
     * A response from Slack.
     *
     * @param date the time on Slack's clock; empty if the response has no date
     * @param scopes the token's scopes; empty if the response does not list them
     */
    public record Answer(JsonObject body, Optional<Instant> date, Optional<List<String>> scopes) {

        public boolean isOk() {
            JsonElement ok = body.get("ok");
            return ok != null && ok.isJsonPrimitive() && ok.getAsBoolean();
        }

        /** Slack's error code; empty if the call succeeded. */
        public String error() {
            return text("error");
        }

        public String text(String field) {
            JsonElement value = body.get(field);
            return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
        }
    }

    /** Slack was not reached, or the response is not from Slack. The message is for the operator of the bot. */
    public static final class NotReached extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotReached(String why) {
            super(why);
        }
    }

    /**
     * Calls a Web API method.
     *
     * @param token empty if the method needs none
     * @throws NotReached if there is no response from Slack
     */
    public Answer call(String method, String token, Map<String, String> arguments) {
        String form = arguments.entrySet().stream()
                .map(argument -> encoded(argument.getKey()) + "=" + encoded(argument.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(apiUrl + method))
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int tries = 1; ; tries++) {
            HttpResponse<String> response = send(request.build());
            if (response.statusCode() != 429 || tries == TRIES) {
                return answer(response);
            }
            long seconds = response.headers().firstValueAsLong("Retry-After").orElse(30);
            LockSupport.parkNanos(
                    Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT)).toNanos());
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NotReached(why(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReached("the check was stopped");
        }
    }

    private String why(IOException e) {
        List<Throwable> causes = Stream.iterate((Throwable) e, java.util.Objects::nonNull, Throwable::getCause)
                .toList();
        String host = URI.create(apiUrl).getHost();
        if (causes.stream()
                .anyMatch(c -> c instanceof UnknownHostException || c instanceof UnresolvedAddressException)) {
            return "the name " + host + " is unknown here (DNS)";
        }
        if (causes.stream().anyMatch(SSLException.class::isInstance)) {
            return "no trusted connection to " + host + " (TLS: " + e.getMessage() + ")";
        }
        if (causes.stream().anyMatch(ConnectException.class::isInstance)) {
            return "nothing listens at " + host + ", or a firewall keeps us from it";
        }
        return "no answer from " + host + " (" + e.getMessage() + ")";
    }

    private static Answer answer(HttpResponse<String> response) {
        try {
            JsonObject body = JsonParser.parseString(response.body()).getAsJsonObject();
            Optional<Instant> date = response.headers().firstValue("Date").flatMap(BareCalls::moment);
            Optional<List<String>> scopes = response.headers()
                    .firstValue("X-OAuth-Scopes")
                    .map(list -> Stream.of(list.split(","))
                            .map(String::strip)
                            .filter(scope -> !scope.isEmpty())
                            .toList());
            return new Answer(body, date, scopes);
        } catch (JsonParseException | IllegalStateException notSlack) {
            throw new NotReached("something that is not Slack answered, with HTTP " + response.statusCode());
        }
    }

    private static Optional<Instant> moment(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException nonsense) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
