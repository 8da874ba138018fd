package dev.fieldcert.local.workspace;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** A bot that notes what Slack sends, and answers what the test says. */
final class RecordingBot implements AutoCloseable {

    record Delivery(Headers headers, String body) {

        /** The interaction's payload, or the event's envelope. */
        JsonObject json() {
            String text = body.startsWith("payload=") ? decode(body.substring("payload=".length())) : body;
            return JsonParser.parseString(text).getAsJsonObject();
        }

        /** A field of a command. */
        String field(String name) {
            for (String pair : body.split("&")) {
                if (pair.startsWith(name + "=")) {
                    return decode(pair.substring(name.length() + 1));
                }
            }
            return "";
        }

        private static String decode(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    record Reply(int status, String body) {}

    private final List<Delivery> deliveries = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private volatile Function<Delivery, Reply> behavior = delivery -> new Reply(200, "");

    RecordingBot() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/slack/events", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var delivery = new Delivery(exchange.getRequestHeaders(), body);
            deliveries.add(delivery);
            Reply reply = behavior.apply(delivery);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
    }

    void answers(Function<Delivery, Reply> with) {
        behavior = with;
    }

    List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    Delivery last() {
        return deliveries.get(deliveries.size() - 1);
    }

    void forget() {
        deliveries.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
