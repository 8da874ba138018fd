package dev.fieldcert.local.workspace.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Reads the request and writes the response of an HTTP exchange. */
public final class Http {

    private Http() {}

    public static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The arguments from the query and the body, which may be a form or JSON. Those in the body take precedence. */
    public static JsonObject arguments(HttpExchange exchange) throws IOException {
        var arguments = new JsonObject();
        form(exchange.getRequestURI().getRawQuery(), arguments);
        String body = body(exchange);
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        if (type.startsWith("application/json")) {
            Json.parse(body)
                    .filter(JsonElement::isJsonObject)
                    .orElseThrow(() -> new ApiError("invalid_json"))
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(property -> arguments.add(property.getKey(), property.getValue()));
        } else {
            form(body, arguments);
        }
        return arguments;
    }

    /** The arguments in the URL. The body is left unread. */
    public static JsonObject query(HttpExchange exchange) {
        var arguments = new JsonObject();
        form(exchange.getRequestURI().getRawQuery(), arguments);
        return arguments;
    }

    private static void form(String text, JsonObject into) {
        if (text == null || text.isEmpty()) {
            return;
        }
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                into.addProperty(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiError("invalid_form_data");
        }
    }

    public static void json(HttpExchange exchange, int status, JsonElement json) throws IOException {
        send(
                exchange,
                status,
                "application/json; charset=utf-8",
                Json.write(json).getBytes(StandardCharsets.UTF_8));
    }

    public static void text(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
