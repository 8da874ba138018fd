package dev.fieldcert.local.workspace.webapi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.state.Triggers;
import dev.fieldcert.local.workspace.state.Views;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.Map;

/** {@code views.*}. */
public final class ViewMethods {

    private final Views views;
    private final Triggers triggers;
    private final Directory directory;

    public ViewMethods(Views views, Triggers triggers, Directory directory) {
        this.views = views;
        this.triggers = triggers;
        this.directory = directory;
    }

    public Map<String, ApiMethod> methods() {
        return Map.of(
                "views.open", this::open,
                "views.push", this::push,
                "views.update", this::update,
                "views.publish", this::publish);
    }

    private JsonObject open(ApiRequest request) {
        String user = triggers.exchange(request.need("trigger_id", "invalid_trigger_id"));
        return Json.object("view", views.open(user, view(request)));
    }

    private JsonObject push(ApiRequest request) {
        String user = triggers.exchange(request.need("trigger_id", "invalid_trigger_id"));
        return Json.object("view", views.push(user, view(request)));
    }

    private JsonObject update(ApiRequest request) {
        String id = request.get("view_id")
                .orElseGet(() -> views.idOfExternal(request.need("external_id", "invalid_arguments")));
        return Json.object("view", views.update(id, request.get("hash"), view(request)));
    }

    private JsonObject publish(ApiRequest request) {
        String user = request.need("user_id", "invalid_arguments");
        directory.get(user);
        JsonObject view = views.publish(user, request.get("hash"), view(request));
        view.remove("_user");
        return Json.object("view", view);
    }

    private static JsonElement view(ApiRequest request) {
        return request.json("view", "invalid_arguments").orElseThrow(() -> new ApiError("invalid_arguments"));
    }
}
