package dev.fieldcert.local.workspace.state;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.blockkit.BlockLimits;
import dev.fieldcert.local.workspace.blockkit.BlockValidator;
import dev.fieldcert.local.workspace.blockkit.Blocks;
import dev.fieldcert.local.workspace.state.Store.Table;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each person's App Home and their stack of open modals; modals do not survive a restart. */
public final class Views {

    private final Store store;
    private final BlockValidator validator;
    private final Map<String, Deque<JsonObject>> open = new HashMap<>();
    private final Runnable changed;
    private long hashes;

    public Views(Store store, BlockValidator validator, Runnable changed) {
        this.store = store;
        this.validator = validator;
        this.changed = changed;
    }

    /** The person's open modals, from bottom to top. */
    public List<JsonObject> stack(String user) {
        synchronized (store) {
            var views = new ArrayList<JsonObject>();
            open.getOrDefault(user, new ArrayDeque<>()).descendingIterator().forEachRemaining(view -> {
                views.add(view.deepCopy());
            });
            return views;
        }
    }

    public Optional<JsonObject> top(String user) {
        var views = stack(user);
        return views.isEmpty() ? Optional.empty() : Optional.of(views.get(views.size() - 1));
    }

    public JsonObject open(String user, JsonElement wanted) {
        return shown(user, wanted, true);
    }

    public JsonObject push(String user, JsonElement wanted) {
        return shown(user, wanted, false);
    }

    private JsonObject shown(String user, JsonElement wanted, boolean root) {
        check(wanted, "modal");
        synchronized (store) {
            var stack = open.computeIfAbsent(user, key -> new ArrayDeque<>());
            if (root) {
                stack.clear();
            } else if (stack.isEmpty()) {
                throw new ApiError("not_found");
            }
            if (stack.size() >= BlockLimits.MODALS) {
                throw new ApiError("push_limit_reached");
            }
            JsonObject view = complete(wanted.getAsJsonObject(), store.nextId("V"));
            view.addProperty("root_view_id", stack.isEmpty() ? id(view) : Json.text(stack.peek(), "root_view_id"));
            view.add("previous_view_id", stack.isEmpty() ? JsonNull.INSTANCE : Json.element(id(stack.peek())));
            stack.push(view);
            changed.run();
            return view.deepCopy();
        }
    }

    /** Replaces an open modal or an App Home by id. A {@code hash} prevents replacing a newer version. */
    public JsonObject update(String viewId, Optional<String> hash, JsonElement wanted) {
        synchronized (store) {
            for (var home : store.all(Table.HOME)) {
                if (id(home).equals(viewId)) {
                    return publish(Json.text(home, "_user"), hash, wanted);
                }
            }
            check(wanted, "modal");
            var stack = open.values().stream()
                    .filter(views -> views.stream().anyMatch(view -> id(view).equals(viewId)))
                    .findFirst()
                    .orElseThrow(() -> new ApiError("not_found"));
            JsonObject before = stack.stream()
                    .filter(view -> id(view).equals(viewId))
                    .findFirst()
                    .orElseThrow();
            sameHash(before, hash);
            JsonObject view = complete(wanted.getAsJsonObject(), viewId);
            view.add("root_view_id", before.get("root_view_id"));
            view.add("previous_view_id", before.get("previous_view_id"));
            var views = new ArrayList<>(stack);
            views.replaceAll(one -> id(one).equals(viewId) ? view : one);
            stack.clear();
            stack.addAll(views);
            changed.run();
            return view.deepCopy();
        }
    }

    public String idOfExternal(String externalId) {
        synchronized (store) {
            return open.values().stream()
                    .flatMap(Deque::stream)
                    .filter(view -> Json.text(view, "external_id").equals(externalId))
                    .map(Views::id)
                    .findFirst()
                    .orElseThrow(() -> new ApiError("not_found"));
        }
    }

    public JsonObject publish(String user, Optional<String> hash, JsonElement wanted) {
        check(wanted, "home");
        synchronized (store) {
            var before = home(user);
            before.ifPresent(view -> sameHash(view, hash));
            JsonObject view =
                    complete(wanted.getAsJsonObject(), before.map(Views::id).orElseGet(() -> store.nextId("V")));
            view.addProperty("root_view_id", id(view));
            view.add("previous_view_id", JsonNull.INSTANCE);
            view.addProperty("_user", user);
            store.put(Table.HOME, user, view);
            return view;
        }
    }

    public Optional<JsonObject> home(String user) {
        return store.get(Table.HOME, user);
    }

    /** Removes the top modal and returns it. */
    public Optional<JsonObject> close(String user) {
        synchronized (store) {
            var stack = open.get(user);
            var closed = Optional.ofNullable(stack == null ? null : stack.poll());
            changed.run();
            return closed;
        }
    }

    /** Removes all modals and returns them, top first. */
    public List<JsonObject> clear(String user) {
        synchronized (store) {
            var stack = open.remove(user);
            changed.run();
            return stack == null ? List.of() : List.copyOf(stack);
        }
    }

    private void check(JsonElement wanted, String type) {
        var problems = validator.view(wanted, type);
        if (!problems.isEmpty()) {
            throw new ApiError("invalid_arguments", problems);
        }
        if (Json.write(wanted).length() > 250_000) {
            throw new ApiError("view_too_large");
        }
    }

    private void sameHash(JsonObject view, Optional<String> hash) {
        if (hash.isPresent() && !hash.get().isEmpty() && !hash.get().equals(Json.text(view, "hash"))) {
            throw new ApiError("hash_conflict");
        }
    }

    private JsonObject complete(JsonObject wanted, String id) {
        JsonObject view = wanted.deepCopy();
        view.add("blocks", Blocks.withIds(view.getAsJsonArray("blocks"), () -> store.nextId("b")));
        view.addProperty("id", id);
        view.addProperty("team_id", Directory.TEAM_ID);
        view.addProperty("app_id", Directory.APP_ID);
        view.addProperty("app_installed_team_id", Directory.TEAM_ID);
        view.addProperty("bot_id", Directory.BOT_ID);
        hashes++;
        view.addProperty("hash", "%d.%s".formatted(store.now().getEpochSecond(), Long.toString(hashes, 36)));
        for (String text : List.of("private_metadata", "callback_id", "external_id")) {
            if (!view.has(text)) {
                view.addProperty(text, "");
            }
        }
        for (String flag : List.of("clear_on_close", "notify_on_close")) {
            if (!view.has(flag)) {
                view.addProperty(flag, false);
            }
        }
        view.add("state", Json.object("values", new JsonObject()));
        return view;
    }

    private static String id(JsonObject view) {
        return Json.text(view, "id");
    }
}
