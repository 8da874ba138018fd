package dev.fieldcert.slack.inbound;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Listens at the bot's address for one request from Slack, to see whether it is signed with the configured secret. */
public final class SignedRequest {

    private static final int MOST_BYTES = 1_000_000;

    private SignedRequest() {}

    /** The result of waiting. */
    public enum Outcome {
        RIGHT,
        OTHER_SECRET,
        OTHER_TIME,
        NONE,
        /** The bot's address is already in use, or is not available. */
        PORT_TAKEN
    }

    /** @param most how long to wait */
    public static Outcome await(InetSocketAddress listen, String signingSecret, Clock clock, Duration most) {
        CompletableFuture<Outcome> first = new CompletableFuture<>();
        HttpServer server;
        try {
            server = HttpServer.create(listen, 0);
        } catch (IOException taken) {
            return Outcome.PORT_TAKEN;
        }
        SignatureCheck check = new SignatureCheck(signingSecret, clock);
        server.createContext(SlackEndpoint.PATH, exchange -> {
            Outcome outcome = seen(exchange, check);
            if (outcome != Outcome.NONE) {
                first.complete(outcome);
            }
        });
        server.start();
        try {
            return first.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException nobody) {
            return Outcome.NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.NONE;
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        } finally {
            server.stop(1);
        }
    }

    private static Outcome seen(HttpExchange exchange, SignatureCheck check) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
        String timestamp = exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp");
        String signature = exchange.getRequestHeaders().getFirst("X-Slack-Signature");
        Outcome outcome = switch (check.check(timestamp, signature, body)) {
            case ACCEPTED -> Outcome.RIGHT;
            case OTHER_TIME -> Outcome.OTHER_TIME;
            case OTHER_SECRET -> Outcome.OTHER_SECRET;
            case UNSIGNED -> Outcome.NONE;
        };
        byte[] answer = (outcome == Outcome.RIGHT
                        ? "The setup check got your command. Now start FieldCert, and type this again."
                        : "The setup check of FieldCert is running, and this request isn’t from its app.")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
        return outcome;
    }
}
