package dev.fieldcert.local.workspace.webapi;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.delivery.Posting;
import dev.fieldcert.local.workspace.state.Conversations;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code chat.*}, {@code reactions.add} and {@code pins.add}. */
public final class ChatMethods {

    private final Conversations conversations;
    private final Directory directory;
    private final Posting posting;
    private final boolean messagesTab;

    public ChatMethods(Conversations conversations, Directory directory, Posting posting, boolean messagesTab) {
        this.conversations = conversations;
        this.directory = directory;
        this.posting = posting;
        this.messagesTab = messagesTab;
    }

    public Map<String, ApiMethod> methods() {
        return Map.of(
                "chat.postMessage", this::postMessage,
                "chat.update", this::update,
                "chat.delete", this::delete,
                "chat.postEphemeral", this::postEphemeral,
                "chat.getPermalink", this::permalink,
                "reactions.add", this::react,
                "pins.add", this::pin);
    }

    private JsonObject postMessage(ApiRequest request) {
        String channel = writable(request.need("channel", "channel_not_found"));
        var message = posting.post(channel, content(request), Optional.empty());
        return Json.object("channel", channel, "ts", Json.text(message, "ts"), "message", shown(message, true));
    }

    private JsonObject update(ApiRequest request) {
        String channel = request.need("channel", "channel_not_found");
        conversations.get(channel);
        String ts = request.need("ts", "message_not_found");
        own(channel, ts, "cant_update_message");
        var message = posting.replace(channel, ts, content(request));
        return Json.object(
                "channel", channel, "ts", ts, "text", Json.text(message, "text"), "message", shown(message, true));
    }

    private JsonObject delete(ApiRequest request) {
        String channel = request.need("channel", "channel_not_found");
        conversations.get(channel);
        String ts = request.need("ts", "message_not_found");
        own(channel, ts, "cant_delete_message");
        posting.delete(channel, ts);
        return Json.object("channel", channel, "ts", ts);
    }

    private JsonObject postEphemeral(ApiRequest request) {
        String user = request.need("user", "user_not_found");
        String channel = writable(request.need("channel", "channel_not_found"));
        if (directory.find(user).isEmpty()) {
            throw new ApiError("user_not_found");
        }
        if (!conversations.isMember(channel, user)) {
            throw new ApiError("user_not_in_channel");
        }
        var message = posting.post(channel, content(request), Optional.of(user));
        return Json.object("message_ts", Json.text(message, "ts"));
    }

    private JsonObject permalink(ApiRequest request) {
        String channel = request.need("channel", "channel_not_found");
        conversations.get(channel);
        String ts = request.need("message_ts", "message_not_found");
        conversations.message(channel, ts).orElseThrow(() -> new ApiError("message_not_found"));
        String link =
                "https://%s.slack.com/archives/%s/p%s".formatted(Directory.TEAM_DOMAIN, channel, ts.replace(".", ""));
        return Json.object("channel", channel, "permalink", link);
    }

    private JsonObject react(ApiRequest request) {
        String channel = request.need("channel", "channel_not_found");
        conversations.get(channel);
        String ts = request.need("timestamp", "no_item_specified");
        String name = request.need("name", "invalid_name");
        var message = conversations.message(channel, ts).orElseThrow(() -> new ApiError("message_not_found"));
        boolean already = Json.objects(message, "reactions").stream()
                .anyMatch(reaction -> Json.text(reaction, "name").equals(name));
        if (already) {
            throw new ApiError("already_reacted");
        }
        conversations.addTo(
                channel, ts, "reactions", Json.object("name", name, "users", List.of(Directory.BOT_USER), "count", 1));
        return new JsonObject();
    }

    private JsonObject pin(ApiRequest request) {
        String channel = request.need("channel", "channel_not_found");
        conversations.get(channel);
        String ts = request.need("timestamp", "no_item_specified");
        var message = conversations.message(channel, ts).orElseThrow(() -> new ApiError("message_not_found"));
        if (Json.has(message, "pinned_info")) {
            throw new ApiError("already_pinned");
        }
        conversations.addTo(channel, ts, "pinned_info", Json.object("channel", channel));
        return new JsonObject();
    }

    /**
     * The id of the conversation for a channel id, channel name, or user id. Refuses one in which the bot may not
     * post.
     */
    String writable(String wanted) {
        if (wanted.startsWith("U") && directory.find(wanted).isPresent()) {
            return direct(wanted);
        }
        JsonObject channel = conversations
                .find(wanted)
                .or(() -> conversations.named(wanted))
                .orElseThrow(() -> new ApiError("channel_not_found"));
        if (Json.flag(channel, "is_im")) {
            return direct(Json.text(channel, "user"));
        }
        if (Json.flag(channel, "is_archived")) {
            throw new ApiError("is_archived");
        }
        if (!Conversations.members(channel).contains(Directory.BOT_USER)) {
            throw new ApiError("not_in_channel");
        }
        return Json.text(channel, "id");
    }

    private String direct(String user) {
        if (directory.isDeleted(user)) {
            throw new ApiError("user_disabled");
        }
        if (!messagesTab) {
            throw new ApiError("messages_tab_disabled");
        }
        return conversations.directMessage(user);
    }

    private void own(String channel, String ts, String otherwise) {
        var message = conversations
                .message(channel, ts)
                .filter(found -> !Conversations.isEphemeral(found))
                .orElseThrow(() -> new ApiError("message_not_found"));
        if (!Json.text(message, "bot_id").equals(Directory.BOT_ID)) {
            throw new ApiError(otherwise);
        }
    }

    private static JsonObject content(ApiRequest request) {
        var content = new JsonObject();
        if (request.isGiven("text")) {
            content.add("text", request.arguments().get("text"));
        }
        request.json("blocks", "invalid_blocks_format").ifPresent(blocks -> content.add("blocks", blocks));
        request.json("metadata", "invalid_metadata_format").ifPresent(metadata -> content.add("metadata", metadata));
        request.get("thread_ts").ifPresent(ts -> content.addProperty("thread_ts", ts));
        return content;
    }

    /** A message without internal fields; with metadata only on request. */
    public static JsonObject shown(JsonObject message, boolean withMetadata) {
        JsonObject copy = message.deepCopy();
        copy.remove(Conversations.ONLY_FOR);
        if (!withMetadata) {
            copy.remove("metadata");
        }
        return copy;
    }
}
