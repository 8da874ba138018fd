package dev.fieldcert.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Sends POST requests to other systems. Follows no redirects, and never waits longer than {@link #PATIENCE} in total.
 */
@Component
public final class Posting {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** The most bytes of a response that are read; the responses we need, such as a token, are short. */
    private static final int LONGEST_ANSWER = 64 * 1024;

    private HttpClient client;

    /** @param retryAfter how long the system asks to wait; empty if it does not ask */
    public record Reply(int status, String body, Optional<Duration> retryAfter) {

        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /** Whether the problem is on the system's side, so that the same message may succeed later. */
        public boolean isPassing() {
            return status >= 500 || status == 429 || status == 408 || status == 425;
        }
    }

    /** Creates the client on first use, because it has threads of its own. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }

    /** @throws IOException if there was no response in time; it is then unknown whether the request arrived */
    public Reply post(URI address, Map<String, String> headers, byte[] body) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<String>> answer =
                client().sendAsync(request.build(), info -> new ShortBody(LONGEST_ANSWER));
        try {
            HttpResponse<String> response = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(response.statusCode(), response.body(), retryAfter(response));
        } catch (TimeoutException tooLong) {
            answer.cancel(true);
            throw new IOException("no answer in " + PATIENCE.toSeconds() + " seconds", tooLong);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            String words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            throw new IOException(words, cause);
        }
    }

    /** Reads seconds only: a date would depend on both systems' clocks. */
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .map(wait -> wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait);
    }
}
