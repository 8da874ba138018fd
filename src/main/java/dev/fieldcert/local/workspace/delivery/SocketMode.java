package dev.fieldcert.local.workspace.delivery;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;

/**
 * Socket Mode: a WebSocket that the bot opens, https://docs.slack.dev/apis/events-api/using-socket-mode. While a
 * connection is open, the bot receives everything over it and nothing over HTTP.
 */
public final class SocketMode implements AutoCloseable {

    private static final int CONNECTIONS = 10;

    private final List<WebSocket> connections = new CopyOnWriteArrayList<>();
    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final Map<String, CompletableFuture<String>> awaited = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private Optional<SocketServer> server = Optional.empty();

    public SocketMode() {}

    /** A URL for one connection; starts listening on the first call. */
    public synchronized String url() {
        if (connections.size() >= CONNECTIONS) {
            throw new ApiError("too_many_websockets");
        }
        if (server.isEmpty()) {
            server = Optional.of(SocketServer.listening(this));
        }
        String ticket = UUID.randomUUID().toString();
        tickets.add(ticket);
        return "ws://127.0.0.1:%d/link/?ticket=%s&app_id=%s"
                .formatted(server.get().getPort(), ticket, Directory.APP_ID);
    }

    void opened(WebSocket connection, String resource) {
        int at = resource.indexOf("ticket=");
        String ticket =
                at < 0 ? "" : resource.substring(at + "ticket=".length()).split("&")[0];
        if (!tickets.remove(ticket)) {
            connection.close();
            return;
        }
        connections.add(connection);
        connection.send(Json.write(Json.object(
                "type",
                "hello",
                "num_connections",
                connections.size(),
                "debug_info",
                Json.object("host", "local", "build_number", 1, "approximate_connection_time", 18060),
                "connection_info",
                Json.object("app_id", Directory.APP_ID))));
    }

    void closed(WebSocket connection) {
        connections.remove(connection);
    }

    void received(String text) {
        Json.parse(text).filter(JsonElement::isJsonObject).ifPresent(ack -> {
            var waiting = awaited.remove(Json.text(ack, "envelope_id"));
            if (waiting != null) {
                var payload = Json.child(ack, "payload");
                waiting.complete(payload.size() == 0 ? "" : Json.write(payload));
            }
        });
    }

    public boolean isConnected() {
        return !connections.isEmpty();
    }

    /** Announces that the connections will be closed soon. */
    public void warns() {
        disconnect("warning", false);
    }

    /** Asks the bot to reconnect, and closes the connections. */
    public void requestsRefresh() {
        disconnect("refresh_requested", true);
    }

    /** Closes the connections, as when Socket Mode is switched off in the app's settings. */
    public void disablesLink() {
        disconnect("link_disabled", true);
    }

    /** Breaks the connections without notice. */
    public void breaks() {
        connections.forEach(connection -> connection.closeConnection(1006, ""));
        connections.clear();
    }

    private void disconnect(String reason, boolean close) {
        var message = Json.object("type", "disconnect", "reason", reason, "debug_info", Json.object("host", "local"));
        for (WebSocket connection : connections) {
            connection.send(Json.write(message));
            if (close) {
                connection.close();
            }
        }
    }

    BotConnection.Answer send(
            BotConnection.Kind kind, JsonObject payload, Map<String, String> headers, Duration budget) {
        String id = UUID.randomUUID().toString();
        var envelope = Json.object(
                "envelope_id",
                id,
                "type",
                kind.name().toLowerCase(java.util.Locale.ROOT),
                "payload",
                payload,
                "accepts_response_payload",
                kind != BotConnection.Kind.EVENTS_API);
        if (headers.containsKey("X-Slack-Retry-Num")) {
            envelope.addProperty("retry_attempt", Integer.parseInt(headers.get("X-Slack-Retry-Num")));
            envelope.addProperty("retry_reason", headers.get("X-Slack-Retry-Reason"));
        }
        var answer = new CompletableFuture<String>();
        awaited.put(id, answer);
        try {
            var open = List.copyOf(connections);
            if (open.isEmpty()) {
                return failed("connection_failed");
            }
            open.get(Math.floorMod(turn.getAndIncrement(), open.size())).send(Json.write(envelope));
            return new BotConnection.Answer(
                    200, answer.get(budget.toMillis(), TimeUnit.MILLISECONDS), Optional.empty(), false);
        } catch (TimeoutException e) {
            return failed("http_timeout");
        } catch (ExecutionException | RuntimeException e) {
            return failed("connection_failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("unknown_error");
        } finally {
            awaited.remove(id);
        }
    }

    private static BotConnection.Answer failed(String why) {
        return new BotConnection.Answer(0, "", Optional.of(why), false);
    }

    @Override
    public synchronized void close() {
        server.ifPresent(SocketServer::halt);
        server = Optional.empty();
    }
}
