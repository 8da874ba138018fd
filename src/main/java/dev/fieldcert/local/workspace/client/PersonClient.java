package dev.fieldcert.local.workspace.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.blockkit.Blocks;
import dev.fieldcert.local.workspace.blockkit.ElementState;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.state.SurfaceRef;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One person's Slack client: their actions and what they see. An action returns when the bot has responded to its
 * request; what the bot does after that appears later.
 */
public final class PersonClient {

    private final String id;
    private final Parts parts;
    private final Interactions interactions;
    private final Mentions mentions;

    public PersonClient(String id, Parts parts, Interactions interactions, Mentions mentions) {
        this.id = id;
        this.parts = parts;
        this.interactions = interactions;
        this.mentions = mentions;
    }

    public String id() {
        return id;
    }

    /** The user as {@code users.info} shows it. */
    public JsonObject user() {
        return parts.directory().get(id);
    }

    /** The id of the direct conversation with the bot. */
    public String directMessage() {
        return parts.conversations().directMessage(id);
    }

    /** Types into a channel or direct message; a text that starts with a slash is a command. */
    public Outcome types(String channel, String typed) {
        if (typed.startsWith("/")) {
            String[] words = typed.split("\\s", 2);
            return command(channel, words[0], words.length == 1 ? "" : words[1].strip());
        }
        String text = mentions.inMessage(typed);
        post(channel, typed, text, new JsonArray());
        return Outcome.FINE;
    }

    public Outcome command(String channel, String command, String typed) {
        String text = parts.settings().escapeCommands() ? mentions.inCommand(typed) : typed;
        return interactions.command(id, channel, command, text);
    }

    private void post(String channel, String typed, String text, JsonArray files) {
        var richText = Json.object(
                "type",
                "rich_text",
                "block_id",
                parts.store().nextId("b"),
                "elements",
                List.of(Json.object(
                        "type", "rich_text_section", "elements", List.of(Json.object("type", "text", "text", typed)))));
        var message = Json.object(
                "type",
                "message",
                "user",
                id,
                "text",
                text,
                "team",
                Directory.TEAM_ID,
                "client_msg_id",
                parts.store().nextId("M"),
                "blocks",
                List.of(richText));
        if (!files.isEmpty()) {
            message.add("files", files);
            message.addProperty("upload", false);
            message.remove("blocks");
        }
        parts.conversations().post(channel, message);
        JsonObject event = message.deepCopy();
        event.addProperty("channel", channel);
        event.add("event_ts", message.get("ts"));
        if (!files.isEmpty()) {
            event.addProperty("subtype", "file_share");
        }
        boolean direct = channel.startsWith("D");
        if (direct) {
            event.addProperty("channel_type", "im");
            parts.events().tell(event);
        } else if (text.contains("<@" + Directory.BOT_USER)
                && parts.conversations().isMember(channel, Directory.BOT_USER)) {
            event.addProperty("type", "app_mention");
            parts.events().tell(event);
        }
    }

    /** Uploads and shares a file, and returns it. The bot is notified if it is a member of the channel. */
    public JsonObject uploads(String channel, String name, byte[] bytes) {
        return uploads(channel, name, bytes, "");
    }

    /** Like {@link #uploads(String, String, byte[])}, but with a comment. */
    public JsonObject uploads(String channel, String name, byte[] bytes, String words) {
        JsonObject file = keeps(name, bytes);
        var files = new JsonArray();
        files.add(file);
        post(channel, words, words, files);
        if (parts.conversations().isMember(channel, Directory.BOT_USER)) {
            String fileId = Json.text(file, "id");
            parts.events()
                    .tell(Json.object(
                            "type",
                            "file_shared",
                            "channel_id",
                            channel,
                            "file_id",
                            fileId,
                            "user_id",
                            id,
                            "file",
                            Json.object("id", fileId),
                            "event_ts",
                            parts.store().nextTs()));
        }
        return file;
    }

    /** Uploads a file without sharing it yet, as a {@code file_input} does. */
    public JsonObject keeps(String name, byte[] bytes) {
        return parts.files().add(name, bytes, id, parts.base().get());
    }

    /** Clicks a button that is currently visible. */
    public Outcome clicks(SurfaceRef place, String blockId, String actionId) {
        JsonObject shown = shown(place).orElseThrow(() -> new ApiError("message_not_found"));
        JsonObject element =
                Blocks.element(shown, blockId, actionId).orElseThrow(() -> new ApiError("no_such_element"));
        return clicks(place, shown, blockId, element);
    }

    /**
     * Clicks an element that was seen earlier or never shown. The payload has the given element, and the current state
     * of the message or view, or {@code seen} if it no longer exists.
     */
    public Outcome clicks(SurfaceRef place, JsonObject seen, String blockId, JsonObject element) {
        return interactions.act(id, place, shown(place).orElse(seen), blockId, element, new JsonObject());
    }

    /**
     * Ticks, selects, or types: {@code values} are option values, ids, a date, or a text. The choice is remembered,
     * and sent to the bot unless the element is in an input block without {@code dispatch_action}.
     */
    public Outcome chooses(SurfaceRef place, String blockId, String actionId, List<String> values) {
        JsonObject shown = shown(place).orElseThrow(() -> new ApiError("message_not_found"));
        JsonObject element =
                Blocks.element(shown, blockId, actionId).orElseThrow(() -> new ApiError("no_such_element"));
        JsonObject state = ElementState.chosen(element, values);
        if (ElementState.isKept(element)) {
            parts.choices().make(id, place, blockId, actionId, state);
        }
        JsonObject block = Blocks.block(shown, blockId).orElseThrow();
        boolean waits = Json.text(block, "type").equals("input") && !Json.flag(block, "dispatch_action");
        return waits ? Outcome.FINE : interactions.act(id, place, shown, blockId, element, state);
    }

    /** What has been chosen in a message or view, in the form of {@code state.values}. */
    public JsonObject choices(SurfaceRef place) {
        return shown(place)
                .map(shown -> parts.choices().values(id, place, shown))
                .orElseGet(JsonObject::new);
    }

    public Outcome submits() {
        return interactions.submit(id);
    }

    /** Closes the top modal, or all of them. */
    public Outcome dismisses(boolean all) {
        return interactions.dismiss(id, all);
    }

    public Outcome shortcut(String callbackId) {
        return interactions.shortcut(id, callbackId);
    }

    /** Opens the app's Home tab; the bot is notified and may publish a view. */
    public void opensHome() {
        var event = tabOpened("home");
        home().ifPresent(view -> event.add("view", view));
        parts.events().tell(event);
    }

    /** Opens the app's Messages tab; the bot is notified. */
    public void opensMessages() {
        parts.events().tell(tabOpened("messages"));
    }

    private JsonObject tabOpened(String tab) {
        return Json.object(
                "type",
                "app_home_opened",
                "user",
                id,
                "channel",
                directMessage(),
                "tab",
                tab,
                "event_ts",
                parts.store().nextTs());
    }

    /** The person's App Home, if the bot has published one. */
    public Optional<JsonObject> home() {
        return parts.views().home(id).map(view -> {
            view.remove("_user");
            return view;
        });
    }

    /** The person's open modals, lowest first. */
    public List<JsonObject> modals() {
        return parts.views().stack(id);
    }

    /** The messages that the person sees in a channel or direct message, oldest first, including ephemeral ones. */
    public List<JsonObject> messages(String channel) {
        return parts.conversations().messagesFor(channel, id);
    }

    /** The messages between the bot and the person, oldest first. */
    public List<JsonObject> directMessages() {
        return messages(directMessage());
    }

    public void reads(String channel) {
        parts.conversations().read(id, channel);
    }

    public void joins(Channel channel) {
        parts.membership().join(channel.id(), id);
    }

    public void movesTo(String zone) {
        changed(parts.directory().change(id, "tz", ZoneId.of(zone).getId()));
    }

    /** Changes the title in the person's profile; the bot is notified. */
    public void becomes(String title) {
        JsonObject profile = user().getAsJsonObject("profile");
        profile.addProperty("title", title);
        changed(parts.directory().change(id, "profile", profile));
    }

    /** Moves the person to another company's workspace, as if they were here only through shared channels. */
    public void worksAt(String otherTeam) {
        parts.directory().change(id, "team_id", otherTeam);
    }

    /** Deactivates the person's account; the bot is notified. */
    public void leavesTheCompany() {
        changed(parts.directory().change(id, "deleted", true));
    }

    /** Deactivates the person's account without notifying the bot. */
    public void leavesUnnoticed() {
        parts.directory().change(id, "deleted", true);
    }

    public void comesBack() {
        changed(parts.directory().change(id, "deleted", false));
    }

    public void doesNotWantToBeDisturbed(Instant from, Instant until) {
        parts.directory().disturbNot(id, from, until);
    }

    private void changed(JsonObject user) {
        parts.events()
                .tell(Json.object(
                        "type",
                        "user_change",
                        "user",
                        user,
                        "cache_ts",
                        parts.store().now().getEpochSecond(),
                        "event_ts",
                        parts.store().nextTs()));
    }

    private Optional<JsonObject> shown(SurfaceRef place) {
        if (!place.isView()) {
            return parts.conversations().message(place.channel(), place.id());
        }
        return home().filter(view -> Json.text(view, "id").equals(place.id()))
                .or(() -> modals().stream()
                        .filter(view -> Json.text(view, "id").equals(place.id()))
                        .findFirst());
    }
}
