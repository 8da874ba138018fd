package dev.fieldcert.local.workspace.delivery;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.blockkit.BlockLimits;
import dev.fieldcert.local.workspace.blockkit.BlockValidator;
import dev.fieldcert.local.workspace.blockkit.Blocks;
import dev.fieldcert.local.workspace.state.Conversations;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.Optional;

/**
 * Posts messages as the bot: checks them as Slack does, stores them, and delivers the bot's own message events if they
 * are enabled.
 */
public final class Posting {

    private final Conversations conversations;
    private final BlockValidator validator;
    private final Events events;
    private final boolean echo;

    public Posting(Conversations conversations, BlockValidator validator, Events events, boolean echo) {
        this.conversations = conversations;
        this.validator = validator;
        this.events = events;
        this.echo = echo;
    }

    /**
     * Stores a message from the bot, and returns it as stored. With {@code onlyFor}, it is an ephemeral message for
     * that user.
     */
    public JsonObject post(String channel, JsonElement wanted, Optional<String> onlyFor) {
        JsonObject message = Json.object(
                "type",
                "message",
                "user",
                Directory.BOT_USER,
                "bot_id",
                Directory.BOT_ID,
                "app_id",
                Directory.APP_ID,
                "team",
                Directory.TEAM_ID,
                "bot_profile",
                botProfile());
        write(message, wanted);
        if (!message.has("blocks")
                && !message.has("files")
                && Json.text(message, "text").isEmpty()) {
            throw new ApiError("no_text");
        }
        Json.optional(wanted, "thread_ts").ifPresent(ts -> message.addProperty("thread_ts", ts));
        onlyFor.ifPresent(user -> message.addProperty(Conversations.ONLY_FOR, user));
        conversations.post(channel, message);
        if (onlyFor.isEmpty() && echo && channel.startsWith("D")) {
            JsonObject event = message.deepCopy();
            event.addProperty("channel", channel);
            event.addProperty("channel_type", "im");
            event.add("event_ts", message.get("ts"));
            event.remove("metadata");
            events.tellLater(event);
        }
        return message;
    }

    /**
     * Changes one of the bot's messages in place. Text without blocks removes the message's blocks, as with {@code
     * chat.update}.
     */
    public JsonObject replace(String channel, String ts, JsonElement wanted) {
        JsonObject message = conversations.message(channel, ts).orElseThrow(() -> new ApiError("message_not_found"));
        JsonObject before = message.deepCopy();
        if (Json.has(wanted, "text") && !Json.has(wanted, "blocks")) {
            message.remove("blocks");
        }
        write(message, wanted);
        if (!message.has("blocks") && Json.text(message, "text").isEmpty()) {
            throw new ApiError("no_text");
        }
        if (!before.has("blocks") && !message.has("blocks")) {
            message.add("edited", Json.object("user", Directory.BOT_USER, "ts", ts));
        }
        conversations.replace(channel, message);
        tellOfChange(
                channel, Json.object("subtype", "message_changed", "message", message, "previous_message", before));
        return message;
    }

    public void delete(String channel, String ts) {
        var before = conversations.message(channel, ts);
        conversations.delete(channel, ts);
        before.ifPresent(message -> tellOfChange(
                channel, Json.object("subtype", "message_deleted", "deleted_ts", ts, "previous_message", message)));
    }

    private void tellOfChange(String channel, JsonObject event) {
        boolean ephemeral = Conversations.isEphemeral(Json.child(event, "previous_message"));
        if (echo && channel.startsWith("D") && !ephemeral) {
            String ts = conversations.nextTs();
            Json.object(
                            "type",
                            "message",
                            "hidden",
                            true,
                            "channel",
                            channel,
                            "channel_type",
                            "im",
                            "ts",
                            ts,
                            "event_ts",
                            ts)
                    .entrySet()
                    .forEach(property -> event.add(property.getKey(), property.getValue()));
            events.tellLater(event);
        }
    }

    private void write(JsonObject message, JsonElement wanted) {
        var blocks = Json.get(wanted, "blocks");
        if (blocks.isPresent()) {
            if (!blocks.get().isJsonArray()) {
                throw new ApiError("invalid_blocks_format");
            }
            JsonArray array = blocks.get().getAsJsonArray();
            check(array);
            if (array.isEmpty()) {
                message.remove("blocks");
            } else {
                message.add("blocks", array);
            }
        }
        Json.optional(wanted, "text").ifPresent(text -> message.addProperty("text", cut(text)));
        if (!Json.has(message, "text") || blocks.isPresent() && !Json.has(wanted, "text")) {
            message.addProperty("text", message.has("blocks") ? Blocks.readable(message.getAsJsonArray("blocks")) : "");
        }
        Json.get(wanted, "metadata").ifPresent(metadata -> {
            if (!Json.has(metadata, "event_type")
                    || !Json.child(metadata, "event_payload").isJsonObject()) {
                throw new ApiError("invalid_metadata_format");
            }
            message.add("metadata", metadata);
        });
    }

    private void check(JsonArray blocks) {
        var problems = validator.message(blocks);
        if (!problems.isEmpty()) {
            throw new ApiError("invalid_blocks", problems);
        }
        if (BlockValidator.totalText(blocks) > BlockLimits.TEXT_IN_ALL_BLOCKS) {
            throw new ApiError("msg_blocks_too_long");
        }
    }

    private static String cut(String text) {
        return text.length() > BlockLimits.MESSAGE_TEXT ? text.substring(0, BlockLimits.MESSAGE_TEXT) : text;
    }

    public static JsonObject botProfile() {
        return Json.object(
                "id",
                Directory.BOT_ID,
                "app_id",
                Directory.APP_ID,
                "name",
                "FieldCert",
                "deleted",
                false,
                "updated",
                0,
                "team_id",
                Directory.TEAM_ID);
    }
}
