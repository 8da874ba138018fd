package dev.fieldcert.local.workspace.webapi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.state.Conversations;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.state.FileStore;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code files.*}: the three-step upload, and {@code files.info}. */
public final class FileMethods {

    private final FileStore files;
    private final ChatMethods chat;
    private final Conversations conversations;
    private final Supplier<String> base;

    public FileMethods(FileStore files, ChatMethods chat, Conversations conversations, Supplier<String> base) {
        this.files = files;
        this.chat = chat;
        this.conversations = conversations;
        this.base = base;
    }

    public Map<String, ApiMethod> methods() {
        return Map.of(
                "files.getUploadURLExternal", this::announce,
                "files.completeUploadExternal", this::complete,
                "files.info", this::info);
    }

    private JsonObject announce(ApiRequest request) {
        int length = request.number("length", 0);
        if (length <= 0) {
            throw new ApiError("invalid_arguments");
        }
        var ticket = files.announce(request.need("filename", "invalid_arguments"), length);
        return Json.object("upload_url", base.get() + "/upload/v1/" + ticket.getValue(), "file_id", ticket.getKey());
    }

    private JsonObject complete(ApiRequest request) {
        JsonElement wanted =
                request.json("files", "invalid_arguments").orElseThrow(() -> new ApiError("invalid_arguments"));
        Optional<String> channel =
                request.get("channel_id").or(() -> request.get("channels")).map(chat::writable);
        List<JsonObject> done = new ArrayList<>();
        for (JsonElement file : wanted.getAsJsonArray()) {
            done.add(files.complete(Json.text(file, "id"), Json.text(file, "title"), Directory.BOT_USER, base.get()));
        }
        channel.ifPresent(id -> {
            var message = Json.object(
                    "type",
                    "message",
                    "user",
                    Directory.BOT_USER,
                    "bot_id",
                    Directory.BOT_ID,
                    "text",
                    request.get("initial_comment").orElse(""),
                    "files",
                    done,
                    "upload",
                    true);
            request.get("thread_ts").ifPresent(ts -> message.addProperty("thread_ts", ts));
            conversations.post(id, message);
        });
        return Json.object("files", done);
    }

    private JsonObject info(ApiRequest request) {
        var file = files.look(request.need("file", "file_not_found")).orElseThrow(() -> new ApiError("file_not_found"));
        return Json.object("file", file, "comments", List.of(), "response_metadata", Json.object("next_cursor", ""));
    }
}
