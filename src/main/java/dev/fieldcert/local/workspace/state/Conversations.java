package dev.fieldcert.local.workspace.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.fieldcert.local.workspace.blockkit.Blocks;
import dev.fieldcert.local.workspace.state.Store.Table;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Channels and direct messages with their content. */
public final class Conversations {

    /** The field of an ephemeral message that names the only person who sees it; never sent to the bot. */
    public static final String ONLY_FOR = "_only_for";

    private final Store store;
    private final Directory directory;
    private final Map<String, String> directMessages = new HashMap<>();

    public Conversations(Store store, Directory directory) {
        this.store = store;
        this.directory = directory;
        store.select(Table.CHANNEL, channel -> Json.flag(channel, "is_im"))
                .forEach(channel -> directMessages.put(Json.text(channel, "user"), Json.text(channel, "id")));
    }

    public String addChannel(Optional<String> wantedId, String name, List<String> members) {
        synchronized (store) {
            String id = wantedId.orElseGet(() -> store.nextId("C"));
            long created = store.now().getEpochSecond();
            var nothing = Json.object("value", "", "creator", "", "last_set", 0);
            var channel = Json.object(
                    "id",
                    id,
                    "name",
                    name,
                    "name_normalized",
                    name,
                    "is_channel",
                    true,
                    "is_group",
                    false,
                    "is_im",
                    false,
                    "is_mpim",
                    false,
                    "is_private",
                    false,
                    "is_archived",
                    false,
                    "is_general",
                    name.equals("general"),
                    "is_shared",
                    false,
                    "created",
                    created,
                    "creator",
                    "",
                    "topic",
                    nothing,
                    "purpose",
                    nothing,
                    "context_team_id",
                    Directory.TEAM_ID,
                    "_members",
                    members);
            store.put(Table.CHANNEL, id, channel);
            return id;
        }
    }

    /** The direct conversation between the bot and a person; opens it if there is none. */
    public String directMessage(String user) {
        synchronized (store) {
            return directMessages.computeIfAbsent(user, key -> {
                String id = store.nextId("D");
                var channel = Json.object(
                        "id",
                        id,
                        "created",
                        store.now().getEpochSecond(),
                        "is_im",
                        true,
                        "is_archived",
                        false,
                        "is_org_shared",
                        false,
                        "is_channel",
                        false,
                        "is_group",
                        false,
                        "is_mpim",
                        false,
                        "is_private",
                        true,
                        "user",
                        user,
                        "is_user_deleted",
                        false,
                        "is_open",
                        true,
                        "context_team_id",
                        Directory.TEAM_ID,
                        "priority",
                        0,
                        "_members",
                        List.of(user, Directory.BOT_USER));
                store.put(Table.CHANNEL, id, channel);
                return id;
            });
        }
    }

    public Optional<JsonObject> find(String id) {
        return store.get(Table.CHANNEL, id);
    }

    public JsonObject get(String id) {
        return find(id).orElseThrow(() -> new ApiError("channel_not_found"));
    }

    public List<JsonObject> all() {
        return store.all(Table.CHANNEL);
    }

    public Optional<JsonObject> named(String name) {
        String bare = name.startsWith("#") ? name.substring(1) : name;
        return store.select(Table.CHANNEL, channel -> Json.text(channel, "name").equals(bare)).stream()
                .findFirst();
    }

    public static List<String> members(JsonObject channel) {
        return Json.texts(channel, "_members");
    }

    public boolean isMember(String channel, String user) {
        return members(get(channel)).contains(user);
    }

    public void join(String channelId, String user) {
        synchronized (store) {
            JsonObject channel = get(channelId);
            Directory.addTo(channel.getAsJsonArray("_members"), user);
            store.put(Table.CHANNEL, channelId, channel);
        }
    }

    public void leave(String channelId, String user) {
        synchronized (store) {
            JsonObject channel = get(channelId);
            channel.getAsJsonArray("_members").remove(new JsonPrimitive(user));
            store.put(Table.CHANNEL, channelId, channel);
        }
    }

    public void archive(String channelId, boolean archived) {
        synchronized (store) {
            JsonObject channel = get(channelId);
            channel.addProperty("is_archived", archived);
            store.put(Table.CHANNEL, channelId, channel);
        }
    }

    /** The channel as the Web API shows it. */
    public JsonObject shown(JsonObject channel) {
        JsonObject copy = channel.deepCopy();
        copy.addProperty("is_member", members(channel).contains(Directory.BOT_USER));
        copy.addProperty("num_members", members(channel).size());
        if (Json.flag(channel, "is_im")) {
            copy.addProperty("is_user_deleted", directory.isDeleted(Json.text(channel, "user")));
        }
        copy.remove("_members");
        return copy;
    }

    /** Stores a new message under the next timestamp, and returns the timestamp. */
    public String post(String channel, JsonObject message) {
        synchronized (store) {
            String ts = store.nextTs();
            message.addProperty("ts", ts);
            if (message.has("blocks")) {
                message.add("blocks", Blocks.withIds(message.getAsJsonArray("blocks"), () -> store.nextId("b")));
            }
            store.put(Table.MESSAGE, key(channel, ts), message);
            return ts;
        }
    }

    /** A timestamp for something that is not a message. */
    public String nextTs() {
        return store.nextTs();
    }

    public void replace(String channel, JsonObject message) {
        synchronized (store) {
            if (message.has("blocks")) {
                message.add("blocks", Blocks.withIds(message.getAsJsonArray("blocks"), () -> store.nextId("b")));
            }
            store.put(Table.MESSAGE, key(channel, Json.text(message, "ts")), message);
        }
    }

    public void delete(String channel, String ts) {
        store.remove(Table.MESSAGE, key(channel, ts));
    }

    public Optional<JsonObject> message(String channel, String ts) {
        return store.get(Table.MESSAGE, key(channel, ts));
    }

    /** Every message of the channel, oldest first, ephemeral ones included. */
    public List<JsonObject> messages(String channel) {
        return store.startingWith(Table.MESSAGE, channel + "/");
    }

    /** What a person sees in the channel, oldest first. */
    public List<JsonObject> messagesFor(String channel, String user) {
        return messages(channel).stream()
                .filter(message ->
                        !message.has(ONLY_FOR) || Json.text(message, ONLY_FOR).equals(user))
                .toList();
    }

    public static boolean isEphemeral(JsonObject message) {
        return message.has(ONLY_FOR);
    }

    public void read(String user, String channel) {
        var seen = messagesFor(channel, user);
        String last = seen.isEmpty() ? "0" : Json.text(seen.get(seen.size() - 1), "ts");
        if (!lastRead(user, channel).equals(last)) {
            store.put(Table.READ, user + "/" + channel, Json.object("ts", last));
        }
    }

    public String lastRead(String user, String channel) {
        return store.get(Table.READ, user + "/" + channel)
                .map(read -> Json.text(read, "ts"))
                .orElse("0");
    }

    /** How many messages of others the person has not read. */
    public long unread(String user, String channel) {
        String last = lastRead(user, channel);
        return messagesFor(channel, user).stream()
                .filter(message -> Json.text(message, "ts").compareTo(last) > 0)
                .filter(message -> !Json.text(message, "user").equals(user))
                .count();
    }

    public void addTo(String channel, String ts, String list, JsonObject item) {
        synchronized (store) {
            JsonObject message = message(channel, ts).orElseThrow(() -> new ApiError("message_not_found"));
            var items = message.has(list) ? message.getAsJsonArray(list) : new JsonArray();
            items.add(item);
            message.add(list, items);
            store.put(Table.MESSAGE, key(channel, ts), message);
        }
    }

    private static String key(String channel, String ts) {
        return channel + "/" + ts;
    }
}
