package dev.fieldcert.local.workspace.webapi;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.delivery.Membership;
import dev.fieldcert.local.workspace.state.Conversations;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code conversations.*}. */
public final class ConversationMethods {

    private final Conversations conversations;
    private final Directory directory;
    private final Membership membership;

    public ConversationMethods(Conversations conversations, Directory directory, Membership membership) {
        this.conversations = conversations;
        this.directory = directory;
        this.membership = membership;
    }

    public Map<String, ApiMethod> methods() {
        return Map.of(
                "conversations.open", this::open,
                "conversations.info", this::info,
                "conversations.list", this::list,
                "conversations.members", this::members,
                "conversations.history", this::history,
                "conversations.replies", this::replies,
                "conversations.join", this::join);
    }

    private JsonObject open(ApiRequest request) {
        Optional<String> channel = request.get("channel");
        String user = channel.map(id -> Json.text(conversations.get(id), "user"))
                .orElseGet(() -> request.need("users", "users_list_not_supplied"));
        if (user.contains(",")) {
            throw new ApiError("too_many_users");
        }
        if (Json.flag(directory.get(user), "is_bot")) {
            throw new ApiError("cannot_dm_bot");
        }
        if (directory.isDeleted(user)) {
            throw new ApiError("user_disabled");
        }
        String id = conversations.directMessage(user);
        JsonObject shown =
                request.flag("return_im") ? conversations.shown(conversations.get(id)) : Json.object("id", id);
        return Json.object("channel", shown, "no_op", channel.isPresent(), "already_open", channel.isPresent());
    }

    private JsonObject info(ApiRequest request) {
        return Json.object(
                "channel", conversations.shown(conversations.get(request.need("channel", "channel_not_found"))));
    }

    private JsonObject list(ApiRequest request) {
        var types = Set.of(request.get("types").orElse("public_channel").split(","));
        var wanted = conversations.all().stream()
                .filter(channel -> types.contains(Json.flag(channel, "is_im") ? "im" : "public_channel"))
                .filter(channel -> !request.flag("exclude_archived") || !Json.flag(channel, "is_archived"))
                .map(conversations::shown)
                .toList();
        var page = Page.of(wanted, request, 100, 999);
        return Json.object("channels", page.items(), "response_metadata", page.metadata());
    }

    private JsonObject members(ApiRequest request) {
        var channel = conversations.get(request.need("channel", "channel_not_found"));
        var page = Page.of(Conversations.members(channel), request, 100, 999);
        return Json.object("members", page.items(), "response_metadata", page.metadata());
    }

    private JsonObject history(ApiRequest request) {
        var newestFirst = new ArrayList<>(
                visible(request).stream().filter(message -> !isReply(message)).toList());
        Collections.reverse(newestFirst);
        return messages(request, newestFirst);
    }

    private JsonObject replies(ApiRequest request) {
        String parent = request.need("ts", "thread_not_found");
        var thread = visible(request).stream()
                .filter(message -> Json.text(message, "ts").equals(parent)
                        || Json.text(message, "thread_ts").equals(parent))
                .toList();
        if (thread.isEmpty()) {
            throw new ApiError("thread_not_found");
        }
        return messages(request, thread);
    }

    private JsonObject messages(ApiRequest request, List<JsonObject> found) {
        boolean metadata = request.flag("include_all_metadata");
        var page = Page.of(
                found.stream()
                        .map(message -> ChatMethods.shown(message, metadata))
                        .toList(),
                request,
                100,
                999);
        var answer =
                Json.object("messages", page.items(), "has_more", page.next().isPresent(), "pin_count", 0);
        page.next().ifPresent(next -> answer.add("response_metadata", page.metadata()));
        return answer;
    }

    private List<JsonObject> visible(ApiRequest request) {
        String channel = request.need("channel", "channel_not_found");
        if (!Conversations.members(conversations.get(channel)).contains(Directory.BOT_USER)) {
            throw new ApiError("not_in_channel");
        }
        boolean inclusive = request.flag("inclusive");
        String oldest = request.get("oldest").orElse("0");
        Optional<String> latest = request.get("latest");
        return conversations.messages(channel).stream()
                .filter(message -> !Conversations.isEphemeral(message))
                .filter(message -> {
                    int after = compare(Json.text(message, "ts"), oldest);
                    return after > 0 || inclusive && after == 0;
                })
                .filter(message -> latest.isEmpty() || isBefore(message, latest.get(), inclusive))
                .toList();
    }

    private static boolean isBefore(JsonObject message, String latest, boolean inclusive) {
        int order = compare(Json.text(message, "ts"), latest);
        return order < 0 || inclusive && order == 0;
    }

    private static int compare(String ts, String bound) {
        try {
            return new java.math.BigDecimal(ts).compareTo(new java.math.BigDecimal(bound));
        } catch (NumberFormatException e) {
            throw new ApiError("invalid_ts_oldest");
        }
    }

    private static boolean isReply(JsonObject message) {
        String thread = Json.text(message, "thread_ts");
        return !thread.isEmpty() && !thread.equals(Json.text(message, "ts"));
    }

    private JsonObject join(ApiRequest request) {
        var channel = conversations.get(request.need("channel", "channel_not_found"));
        if (Json.flag(channel, "is_archived")) {
            throw new ApiError("is_archived");
        }
        if (Json.flag(channel, "is_im")) {
            throw new ApiError("method_not_supported_for_channel_type");
        }
        String id = Json.text(channel, "id");
        membership.join(id, Directory.BOT_USER);
        return Json.object("channel", conversations.shown(conversations.get(id)));
    }
}
