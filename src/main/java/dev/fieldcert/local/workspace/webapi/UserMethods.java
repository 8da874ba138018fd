package dev.fieldcert.local.workspace.webapi;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.state.Store;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** {@code users.*}, {@code usergroups.*} and {@code dnd.*}. */
public final class UserMethods {

    private static final int DND_USERS = 50;

    private final Directory directory;
    private final Store store;

    public UserMethods(Directory directory, Store store) {
        this.directory = directory;
        this.store = store;
    }

    public Map<String, ApiMethod> methods() {
        return Map.of(
                "users.info", this::info,
                "users.list", this::list,
                "users.lookupByEmail", this::byEmail,
                "users.profile.get", this::profile,
                "usergroups.list", this::groups,
                "usergroups.users.list", this::groupUsers,
                "dnd.info", this::dnd,
                "dnd.teamInfo", this::teamDnd);
    }

    private JsonObject info(ApiRequest request) {
        JsonObject user = directory.get(request.need("user", "user_not_found"));
        if (request.flag("include_locale")) {
            user.addProperty("locale", Json.text(user, "tz").startsWith("America/") ? "en-US" : "en-GB");
        }
        return Json.object("user", user);
    }

    private JsonObject list(ApiRequest request) {
        var page = Page.of(directory.everybody(), request, 1000, 1000);
        return Json.object(
                "members",
                page.items(),
                "cache_ts",
                store.now().getEpochSecond(),
                "response_metadata",
                page.metadata());
    }

    private JsonObject byEmail(ApiRequest request) {
        String email = request.need("email", "users_not_found").toLowerCase(Locale.ROOT);
        return Json.object(
                "user",
                directory.everybody().stream()
                        .filter(user -> !Json.flag(user, "deleted"))
                        .filter(user -> Json.text(Json.child(user, "profile"), "email")
                                .toLowerCase(Locale.ROOT)
                                .equals(email))
                        .findFirst()
                        .orElseThrow(() -> new ApiError("users_not_found")));
    }

    private JsonObject profile(ApiRequest request) {
        return Json.object("profile", Json.child(directory.get(request.need("user", "user_not_found")), "profile"));
    }

    private JsonObject groups(ApiRequest request) {
        var groups = directory.groups();
        if (!request.flag("include_users")) {
            groups.forEach(group -> group.remove("users"));
        }
        return Json.object("usergroups", groups);
    }

    private JsonObject groupUsers(ApiRequest request) {
        return Json.object("users", Json.texts(directory.group(request.need("usergroup", "no_such_subteam")), "users"));
    }

    private JsonObject dnd(ApiRequest request) {
        String user = request.get("user").orElse(Directory.BOT_USER);
        directory.get(user);
        return directory.dnd(user);
    }

    private JsonObject teamDnd(ApiRequest request) {
        var ids = Arrays.asList(request.need("users", "user_not_found").split(","));
        if (ids.size() > DND_USERS) {
            throw new ApiError("too_many_users");
        }
        var users = new JsonObject();
        ids.stream().filter(id -> directory.find(id).isPresent()).forEach(id -> users.add(id, directory.dnd(id)));
        return Json.object("users", users);
    }
}
