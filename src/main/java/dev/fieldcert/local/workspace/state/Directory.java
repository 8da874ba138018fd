package dev.fieldcert.local.workspace.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.fieldcert.local.workspace.state.Store.Table;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** People, the bot, user groups, and Do Not Disturb windows. */
public final class Directory {

    public static final String TEAM_ID = "T0LOCALTEAM";
    public static final String TEAM_NAME = "Local workspace";
    public static final String TEAM_DOMAIN = "local";
    public static final String APP_ID = "A0LOCALAPP";
    public static final String BOT_ID = "B0LOCALBOT";
    public static final String BOT_USER = "U0LOCALBOT";
    public static final String BOT_NAME = "fieldcert";

    private final Store store;

    public Directory(Store store) {
        this.store = store;
        synchronized (store) {
            if (store.get(Table.USER, BOT_USER).isEmpty()) {
                var spec = PersonSpec.named(BOT_NAME)
                        .withId(BOT_USER)
                        .withRealName("FieldCert")
                        .in("UTC");
                JsonObject bot = user(BOT_USER, spec);
                bot.addProperty("is_bot", true);
                bot.getAsJsonObject("profile").addProperty("bot_id", BOT_ID);
                bot.getAsJsonObject("profile").addProperty("api_app_id", APP_ID);
                bot.getAsJsonObject("profile").remove("email");
                store.put(Table.USER, BOT_USER, bot);
            }
        }
    }

    public String add(PersonSpec spec) {
        synchronized (store) {
            String id = spec.id().orElseGet(() -> store.nextId("U"));
            store.put(Table.USER, id, user(id, spec));
            return id;
        }
    }

    private JsonObject user(String id, PersonSpec spec) {
        var profile = Json.object(
                "real_name",
                spec.realName(),
                "display_name",
                spec.name(),
                "email",
                spec.email(),
                "title",
                spec.title(),
                "phone",
                "",
                "status_text",
                "",
                "status_emoji",
                "",
                "team",
                TEAM_ID,
                "real_name_normalized",
                spec.realName(),
                "display_name_normalized",
                spec.name(),
                "first_name",
                spec.realName().split(" ")[0],
                "avatar_hash",
                "g" + id.toLowerCase(Locale.ROOT));
        return Json.object(
                "id",
                id,
                "team_id",
                TEAM_ID,
                "name",
                spec.name(),
                "real_name",
                spec.realName(),
                "deleted",
                false,
                "color",
                "9f69e7",
                "tz",
                spec.zone().getId(),
                "profile",
                profile,
                "is_admin",
                spec.admin(),
                "is_owner",
                false,
                "is_primary_owner",
                false,
                "is_restricted",
                spec.restricted(),
                "is_ultra_restricted",
                false,
                "is_bot",
                false,
                "is_app_user",
                false,
                "updated",
                store.now().getEpochSecond());
    }

    /** The user as {@code users.info} shows it, with the current offset. */
    public Optional<JsonObject> find(String id) {
        return store.get(Table.USER, id).map(this::shown);
    }

    public JsonObject get(String id) {
        return find(id).orElseThrow(() -> new ApiError("user_not_found"));
    }

    /** The person with this handle. */
    public Optional<JsonObject> named(String name) {
        return store.select(Table.USER, user -> Json.text(user, "name").equals(name)).stream()
                .findFirst()
                .map(this::shown);
    }

    public List<JsonObject> everybody() {
        return store.all(Table.USER).stream().map(this::shown).toList();
    }

    private JsonObject shown(JsonObject user) {
        var zone = ZoneId.of(Json.text(user, "tz"));
        user.addProperty("tz_label", zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        user.addProperty("tz_offset", zone.getRules().getOffset(store.now()).getTotalSeconds());
        return user;
    }

    public JsonObject change(String id, String property, Object value) {
        synchronized (store) {
            JsonObject user = store.get(Table.USER, id).orElseThrow(() -> new ApiError("user_not_found"));
            user.add(property, Json.element(value));
            user.addProperty("updated", store.now().getEpochSecond());
            store.put(Table.USER, id, user);
            return shown(user);
        }
    }

    public boolean isDeleted(String id) {
        return find(id).map(user -> Json.flag(user, "deleted")).orElse(true);
    }

    public String addGroup(String handle, String name, List<String> members) {
        synchronized (store) {
            String id = store.nextId("S");
            var group = Json.object(
                    "id",
                    id,
                    "team_id",
                    TEAM_ID,
                    "is_usergroup",
                    true,
                    "name",
                    name,
                    "handle",
                    handle,
                    "description",
                    "",
                    "is_external",
                    false,
                    "date_create",
                    store.now().getEpochSecond(),
                    "date_delete",
                    0,
                    "users",
                    members,
                    "user_count",
                    members.size());
            store.put(Table.GROUP, id, group);
            return id;
        }
    }

    public void addToGroup(String id, String user) {
        synchronized (store) {
            JsonObject group = group(id);
            addTo(group.getAsJsonArray("users"), user);
            group.addProperty("user_count", group.getAsJsonArray("users").size());
            store.put(Table.GROUP, id, group);
        }
    }

    public List<JsonObject> groups() {
        return store.all(Table.GROUP);
    }

    public JsonObject group(String id) {
        return store.get(Table.GROUP, id).orElseThrow(() -> new ApiError("no_such_subteam"));
    }

    public void disturbNot(String user, Instant from, Instant until) {
        var window = Json.object(
                "dnd_enabled",
                true,
                "next_dnd_start_ts",
                from.getEpochSecond(),
                "next_dnd_end_ts",
                until.getEpochSecond());
        store.put(Table.DND, user, window);
    }

    public JsonObject dnd(String user) {
        return store.get(Table.DND, user)
                .orElseGet(() -> Json.object("dnd_enabled", false, "next_dnd_start_ts", 1, "next_dnd_end_ts", 1));
    }

    /** The short form in which payloads refer to a person. */
    public JsonObject shortUser(String id) {
        String name = Json.text(get(id), "name");
        return Json.object("id", id, "username", name, "name", name, "team_id", TEAM_ID);
    }

    public static JsonObject shortTeam() {
        return Json.object("id", TEAM_ID, "domain", TEAM_DOMAIN);
    }

    static void addTo(JsonArray ids, String id) {
        var value = new JsonPrimitive(id);
        if (!ids.contains(value)) {
            ids.add(value);
        }
    }
}
