package dev.fieldcert.local.workspace.client;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.delivery.BotConnection;
import dev.fieldcert.local.workspace.delivery.BotConnection.Kind;
import dev.fieldcert.local.workspace.delivery.ResponseUrls;
import dev.fieldcert.local.workspace.state.Choices;
import dev.fieldcert.local.workspace.state.Conversations;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.state.Store;
import dev.fieldcert.local.workspace.state.SurfaceRef;
import dev.fieldcert.local.workspace.state.Triggers;
import dev.fieldcert.local.workspace.state.Views;
import dev.fieldcert.local.workspace.webapi.ChatMethods;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends commands, clicks, form submissions, and shortcuts: builds Slack's payload, sends it to the bot, and carries
 * out the bot's response.
 */
public final class Interactions {

    private final Store store;
    private final Directory directory;
    private final Conversations conversations;
    private final Views views;
    private final Choices choices;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;
    private final BotConnection bot;
    private final Supplier<String> base;

    public Interactions(Parts parts) {
        this.store = parts.store();
        this.directory = parts.directory();
        this.conversations = parts.conversations();
        this.views = parts.views();
        this.choices = parts.choices();
        this.triggers = parts.triggers();
        this.responseUrls = parts.responseUrls();
        this.bot = parts.bot();
        this.base = parts.base();
    }

    Outcome command(String user, String channelId, String command, String text) {
        JsonObject channel = conversations.get(channelId);
        var form = Json.object(
                "token",
                "local",
                "team_id",
                Directory.TEAM_ID,
                "team_domain",
                Directory.TEAM_DOMAIN,
                "channel_id",
                channelId,
                "channel_name",
                Json.optional(channel, "name").orElse("directmessage"),
                "user_id",
                user,
                "user_name",
                Json.text(directory.get(user), "name"),
                "command",
                command,
                "text",
                text,
                "api_app_id",
                Directory.APP_ID,
                "is_enterprise_install",
                "false",
                "response_url",
                responseUrl(user, channelId, Optional.empty()),
                "trigger_id",
                triggers.issue(user));
        var answer = bot.send(Kind.SLASH_COMMANDS, form);
        if (!answer.isOk()) {
            String why = answer.failure().get().equals("http_timeout") ? "operation_timeout" : "dispatch_failed";
            return Outcome.warns("%s failed with the error \"%s\"".formatted(command, why));
        }
        if (answer.body().isBlank()) {
            return Outcome.FINE;
        }
        JsonObject reply = Json.parse(answer.body())
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .orElseGet(() -> Json.object("text", answer.body()));
        return replied(command, user, channelId, reply);
    }

    private Outcome replied(String command, String user, String channel, JsonObject reply) {
        if (!Json.has(reply, "text") && !Json.has(reply, "blocks")) {
            return Outcome.FINE;
        }
        try {
            responseUrls.answerDirectly(user, channel, reply);
            return Outcome.FINE;
        } catch (ApiError e) {
            return Outcome.warns("%s failed with the error \"%s\"".formatted(command, e.getMessage()));
        }
    }

    /**
     * Sends {@code block_actions}.
     *
     * @param shown the message or view to send as the one that was clicked
     * @param state the element's state after the click; empty for a button
     */
    Outcome act(String user, SurfaceRef place, JsonObject shown, String blockId, JsonObject element, JsonObject state) {
        var payload = payload("block_actions", user);
        payload.add("actions", Json.array(List.of(action(blockId, element, state))));
        if (place.isView()) {
            JsonObject view = shown.deepCopy();
            view.remove("_user");
            view.add("state", Json.object("values", choices.values(user, place, shown)));
            payload.add("container", Json.object("type", "view", "view_id", place.id()));
            payload.add("view", view);
        } else {
            addMessage(payload, user, place, shown);
        }
        var answer = bot.send(Kind.INTERACTIVE, payload);
        return answer.isOk() ? Outcome.FINE : Outcome.warns(trouble(answer));
    }

    private void addMessage(JsonObject payload, String user, SurfaceRef place, JsonObject shown) {
        JsonObject channel = conversations.get(place.channel());
        boolean ephemeral = Conversations.isEphemeral(shown);
        payload.add(
                "container",
                Json.object(
                        "type",
                        "message",
                        "message_ts",
                        place.id(),
                        "channel_id",
                        place.channel(),
                        "is_ephemeral",
                        ephemeral));
        payload.add(
                "channel",
                Json.object(
                        "id",
                        place.channel(),
                        "name",
                        Json.optional(channel, "name").orElse("directmessage")));
        if (!ephemeral) {
            payload.add("message", ChatMethods.shown(shown, false));
        }
        payload.add("state", Json.object("values", choices.values(user, place, shown)));
        payload.addProperty("response_url", responseUrl(user, place.channel(), Optional.of(place.id())));
    }

    private JsonObject action(String blockId, JsonObject element, JsonObject state) {
        var action = Json.object(
                "type",
                Json.text(element, "type"),
                "action_id",
                Json.text(element, "action_id"),
                "block_id",
                blockId,
                "action_ts",
                store.nextTs());
        for (String kept : List.of("text", "value", "style", "placeholder", "url")) {
            Json.get(element, kept).ifPresent(value -> action.add(kept, value));
        }
        state.entrySet().forEach(property -> action.add(property.getKey(), property.getValue()));
        return action;
    }

    Outcome submit(String user) {
        JsonObject view = views.top(user).orElseThrow(() -> new ApiError("no_open_modal"));
        var place = SurfaceRef.view(Json.text(view, "id"));
        JsonObject values = choices.values(user, place, view);
        var missing = RequiredFields.missing(view, values);
        if (!missing.isEmpty()) {
            return Outcome.errors(missing);
        }
        var payload = payload("view_submission", user);
        view.add("state", Json.object("values", values));
        payload.add("view", view);
        payload.add("response_urls", Json.array(List.of()));
        var answer = bot.send(Kind.INTERACTIVE, payload);
        if (!answer.isOk()) {
            return Outcome.warns(trouble(answer));
        }
        JsonObject reply = Json.parse(answer.body())
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .orElseGet(JsonObject::new);
        try {
            return follow(user, view, reply);
        } catch (ApiError e) {
            return Outcome.warns("We had some trouble connecting. Try again? (" + e.getMessage() + ")");
        }
    }

    private Outcome follow(String user, JsonObject view, JsonObject reply) {
        String id = Json.text(view, "id");
        switch (Json.text(reply, "response_action")) {
            case "" -> close(user, id);
            case "clear" -> views.clear(user);
            case "update" -> views.update(id, Optional.empty(), Json.child(reply, "view"));
            case "push" -> views.push(user, Json.child(reply, "view"));
            case "errors" -> {
                return RequiredFields.errors(view, Json.child(reply, "errors"));
            }
            default -> throw new ApiError("unknown response_action");
        }
        return Outcome.FINE;
    }

    private void close(String user, String id) {
        choices.forget(user, SurfaceRef.view(id));
        views.close(user);
    }

    /** The person closes the top modal with its close button, or all of them with the cross. */
    Outcome dismiss(String user, boolean all) {
        JsonObject top = views.top(user).orElseThrow(() -> new ApiError("no_open_modal"));
        boolean cleared = all || Json.flag(top, "clear_on_close");
        var closed =
                cleared ? views.clear(user) : views.close(user).map(List::of).orElse(List.of());
        for (JsonObject view : closed) {
            var place = SurfaceRef.view(Json.text(view, "id"));
            if (Json.flag(view, "notify_on_close")) {
                var payload = payload("view_closed", user);
                view.add("state", Json.object("values", choices.values(user, place, view)));
                payload.add("view", view);
                payload.addProperty("is_cleared", cleared);
                payload.remove("trigger_id");
                bot.send(Kind.INTERACTIVE, payload);
            }
            choices.forget(user, place);
        }
        return Outcome.FINE;
    }

    Outcome shortcut(String user, String callbackId) {
        var payload = payload("shortcut", user);
        payload.addProperty("callback_id", callbackId);
        payload.addProperty("action_ts", store.nextTs());
        var answer = bot.send(Kind.INTERACTIVE, payload);
        return answer.isOk() ? Outcome.FINE : Outcome.warns(trouble(answer));
    }

    private JsonObject payload(String type, String user) {
        return Json.object(
                "type",
                type,
                "user",
                directory.shortUser(user),
                "api_app_id",
                Directory.APP_ID,
                "token",
                "local",
                "trigger_id",
                triggers.issue(user),
                "team",
                Directory.shortTeam(),
                "enterprise",
                null,
                "is_enterprise_install",
                false);
    }

    private String responseUrl(String user, String channel, Optional<String> original) {
        return base.get() + responseUrls.issue(user, channel, original);
    }

    private static String trouble(BotConnection.Answer answer) {
        return "We had some trouble connecting. Try again? ("
                + (answer.status() == 0 ? answer.failure().get() : "status " + answer.status()) + ")";
    }
}
