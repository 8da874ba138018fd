package dev.fieldcert.slack.inbound;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.fieldcert.slack.webapi.Fingerprint;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * A request from Slack, parsed just far enough to know its sender and its idempotency key.
 *
 * @param key identical for every delivery of the same request
 * @param person Slack id of the sender, whose requests are processed in order; empty if the request has no sender
 * @param body as Slack sent it
 * @param socketMode whether the body is a Socket Mode payload (JSON also for commands and clicks)
 */
record IncomingRequest(String key, Kind kind, String person, String body, boolean socketMode) {

    private static final Set<String> LOOKED_AT = Set.of(
            "type",
            "challenge",
            "event_id",
            "event",
            "authorizations",
            "user",
            "user_id",
            "command",
            "minute_rate_limited");

    enum Kind {
        /** Slack's URL verification; the body is the challenge to echo. */
        CHALLENGE,
        /** Slack's certificate check. */
        SSL_CHECK,
        /**
         * Slack is withholding events because there were too many; the body is the minute in which this began, in Unix
         * seconds.
         */
        RATE_LIMITED,
        /** A request that is acknowledged first and processed later. */
        WORK,
        /** An event for one of the bot's own messages, or a message event that needs no reaction. */
        ECHO,
        /** A request whose response is the acknowledgement: a submitted form, or a menu's request for options. */
        FORM
    }

    /** The request is not one that Slack sends. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        Malformed(String why) {
            super(why);
        }
    }

    /** @throws Malformed if the request has none of the four formats that Slack uses */
    static IncomingRequest http(String contentType, String body) throws Malformed {
        if (contentType != null && contentType.startsWith("application/json")) {
            return json(body, json(body), false);
        }
        Optional<String> payload = field(body, "payload");
        if (payload.isPresent()) {
            return json(body, json(payload.get()), false);
        }
        if (field(body, "ssl_check").isPresent() && field(body, "command").isEmpty()) {
            return new IncomingRequest("", Kind.SSL_CHECK, "", body, false);
        }
        String person = field(body, "user_id").orElseThrow(() -> new Malformed("no user"));
        field(body, "command").orElseThrow(() -> new Malformed("no command"));
        return new IncomingRequest(Fingerprint.of(body), Kind.WORK, person, body, false);
    }

    /** @throws Malformed if the payload is not one of Socket Mode's three types */
    static IncomingRequest socket(String payload) throws Malformed {
        return json(payload, json(payload), true);
    }

    /**
     * Returns the JSON body, or the JSON in a form's payload field; empty for a command, which is a form without JSON.
     */
    Optional<String> payload() {
        if (socketMode || body.startsWith("{")) {
            return Optional.of(body);
        }
        try {
            return field(body, "payload");
        } catch (Malformed neverKept) {
            return Optional.empty();
        }
    }

    private static IncomingRequest json(String body, JsonObject payload, boolean socketMode) throws Malformed {
        String type = text(payload, "type").orElse("");
        switch (type) {
            case "url_verification":
                String challenge = text(payload, "challenge").orElseThrow(() -> new Malformed("no challenge"));
                return new IncomingRequest("", Kind.CHALLENGE, "", challenge, socketMode);
            case "event_callback":
                String id = eventKey(payload);
                Kind kind = isEcho(payload) ? Kind.ECHO : Kind.WORK;
                return new IncomingRequest(id, kind, personOf(payload), body, socketMode);
            case "app_rate_limited":
                String minute = text(payload, "minute_rate_limited").orElse("");
                return new IncomingRequest("", Kind.RATE_LIMITED, "", minute, socketMode);
            case "view_submission":
            case "block_suggestion":
                return new IncomingRequest(Fingerprint.of(body), Kind.FORM, personOf(payload), body, socketMode);
            case "":
                if (socketMode && text(payload, "command").isPresent()) {
                    return new IncomingRequest(
                            Fingerprint.of(body),
                            Kind.WORK,
                            text(payload, "user_id").orElse(""),
                            body,
                            true);
                }
                throw new Malformed("no type");
            default:
                return new IncomingRequest(Fingerprint.of(body), Kind.WORK, personOf(payload), body, socketMode);
        }
    }

    /**
     * Slack may deliver one message under several event ids, so a message is identified by its channel and timestamp.
     * A workflow step is identified by its execution id, and any other event by its event id.
     */
    private static String eventKey(JsonObject payload) throws Malformed {
        String id = text(payload, "event_id").orElseThrow(() -> new Malformed("no event id"));
        JsonElement event = payload.get("event");
        if (event == null || !event.isJsonObject()) {
            return id;
        }
        JsonObject message = event.getAsJsonObject();
        Optional<String> execution = text(message, "function_execution_id");
        if (execution.isPresent()) {
            return "step:" + execution.get();
        }
        Optional<String> channel = text(message, "channel");
        Optional<String> ts = text(message, "ts");
        boolean named = text(message, "type").equals(Optional.of("message")) && channel.isPresent() && ts.isPresent();
        return named ? "message:" + channel.get() + ":" + ts.get() : id;
    }

    /**
     * Whether the bot ignores the message event. It reacts only to a person's new message, which has no subtype or
     * {@code file_share}. Slack also sends the bot an event for each message that the bot posts or updates.
     */
    private static boolean isEcho(JsonObject payload) {
        JsonElement event = payload.get("event");
        if (event == null
                || !event.isJsonObject()
                || !text(event.getAsJsonObject(), "type").equals(Optional.of("message"))) {
            return false;
        }
        JsonObject message = event.getAsJsonObject();
        boolean fromPerson = text(message, "subtype").map("file_share"::equals).orElse(true)
                && text(message, "bot_id").isEmpty();
        return !fromPerson
                || text(message, "user").filter(user -> isBot(user, payload)).isPresent();
    }

    /** Whether the user is the bot user for which the event was delivered. */
    private static boolean isBot(String user, JsonObject payload) {
        JsonElement authorizations = payload.get("authorizations");
        if (authorizations == null || !authorizations.isJsonArray()) {
            return false;
        }
        for (JsonElement each : authorizations.getAsJsonArray()) {
            if (each.isJsonObject()
                    && text(each.getAsJsonObject(), "is_bot").equals(Optional.of("true"))
                    && text(each.getAsJsonObject(), "user_id").equals(Optional.of(user))) {
                return true;
            }
        }
        return false;
    }

    private static String personOf(JsonObject payload) {
        JsonElement holder = payload.has("event") ? payload.get("event") : payload;
        if (!holder.isJsonObject() || !holder.getAsJsonObject().has("user")) {
            return "";
        }
        JsonElement user = holder.getAsJsonObject().get("user");
        if (user.isJsonPrimitive()) {
            return user.getAsString();
        }
        return user.isJsonObject() ? text(user.getAsJsonObject(), "id").orElse("") : "";
    }

    private static Optional<String> text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? Optional.of(value.getAsString()) : Optional.empty();
    }

    /**
     * Reads the whole payload, so that a malformed one is rejected, but keeps only the few fields needed here. The
     * acknowledgement waits for this, and most of a click's payload is the message that contains the button.
     */
    private static JsonObject json(String text) throws Malformed {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.LENIENT);
        JsonObject outline = new JsonObject();
        try {
            if (reader.peek() != JsonToken.BEGIN_OBJECT) {
                throw new Malformed("not a JSON object");
            }
            reader.beginObject();
            while (reader.hasNext()) {
                String name = reader.nextName();
                if (LOOKED_AT.contains(name)) {
                    outline.add(name, JsonParser.parseReader(reader));
                } else {
                    reader.skipValue();
                }
            }
            reader.endObject();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new Malformed("not JSON");
            }
            return outline;
        } catch (IOException | IllegalStateException | JsonParseException | StackOverflowError notJson) {
            throw new Malformed("not JSON");
        }
    }

    private static Optional<String> field(String form, String name) throws Malformed {
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).equals(name)) {
                try {
                    return Optional.of(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException badEscape) {
                    throw new Malformed("not a form");
                }
            }
        }
        return Optional.empty();
    }
}
