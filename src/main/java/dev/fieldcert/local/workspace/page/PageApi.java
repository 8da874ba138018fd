package dev.fieldcert.local.workspace.page;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.fieldcert.local.workspace.client.Outcome;
import dev.fieldcert.local.workspace.client.Parts;
import dev.fieldcert.local.workspace.client.PersonClient;
import dev.fieldcert.local.workspace.settings.TimeTravel;
import dev.fieldcert.local.workspace.state.Conversations;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.state.SurfaceRef;
import dev.fieldcert.local.workspace.webapi.ApiCall;
import dev.fieldcert.local.workspace.webapi.ChatMethods;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Http;
import dev.fieldcert.local.workspace.wire.Json;
import dev.fieldcert.local.workspace.wire.Uploads;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The page's API under {@code /local/}. Requests act as the person that the page shows. */
public final class PageApi implements HttpHandler {

    private static final Duration FARTHEST_JUMP = Duration.ofDays(366);
    private static final int MOST_LOOKS = 20;

    private static final Set<String> SHOWN_INLINE = Set.of("image/png", "image/jpeg", "image/gif", "image/svg+xml");

    private final Function<String, PersonClient> people;
    private final Supplier<List<ApiCall>> calls;
    private final Parts parts;
    private final LiveUpdates updates;

    public PageApi(
            Function<String, PersonClient> people, Supplier<List<ApiCall>> calls, Parts parts, LiveUpdates updates) {
        this.people = people;
        this.calls = calls;
        this.parts = parts;
        this.updates = updates;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/local/".length());
        if (!parts.settings().botIsReady().getAsBoolean()) {
            Http.json(exchange, 503, Json.object("error", "FieldCert is starting …"));
            return;
        }
        try {
            if (path.equals("updates")) {
                updates.stream(exchange);
            } else if (path.startsWith("files/")) {
                file(exchange, path.substring("files/".length()));
            } else if (exchange.getRequestMethod().equals("GET")) {
                JsonObject asked = Http.arguments(exchange);
                Http.json(exchange, 200, look(path, asked));
            } else if (path.equals("upload")) {
                Http.json(exchange, 200, upload(exchange));
            } else {
                // Another site can post a form without a preflight request, but not JSON.
                String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
                if (!type.startsWith("application/json")) {
                    throw new ApiError("json_expected");
                }
                Http.json(exchange, 200, act(path, Http.arguments(exchange)));
            }
        } catch (ApiError e) {
            Http.json(exchange, 400, Json.object("error", e.getMessage()));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            Http.json(exchange, 400, Json.object("error", String.valueOf(e.getMessage())));
        }
    }

    private JsonElement look(String path, JsonObject asked) {
        return switch (path) {
            case "workspace" -> workspace();
            case "sidebar" -> sidebar(person(asked));
            case "messages" -> messages(person(asked), Json.text(asked, "channel"));
            case "home" -> home(person(asked));
            case "modals" -> modals(person(asked));
            case "time" -> time();
            default -> throw new ApiError("not_found");
        };
    }

    private JsonObject act(String path, JsonObject asked) {
        if (path.equals("time/advance")) {
            return advance(Duration.parse(Json.text(asked, "by")));
        }
        if (path.equals("time/next-contact")) {
            return toNextContact();
        }
        PersonClient person = person(asked);
        var place = new SurfaceRef(Json.text(asked, "channel"), Json.text(asked, "place"));
        String blockId = Json.text(asked, "block_id");
        String actionId = Json.text(asked, "action_id");
        Outcome outcome = switch (path) {
            case "type" -> types(person, Json.text(asked, "channel"), Json.text(asked, "text"));
            case "click" -> person.clicks(place, blockId, actionId);
            case "choose" -> person.chooses(place, blockId, actionId, Json.texts(asked, "values"));
            case "submit" -> person.submits();
            case "dismiss" -> person.dismisses(Json.flag(asked, "all"));
            case "read" -> done(() -> person.reads(Json.text(asked, "channel")));
            case "open-home" -> done(person::opensHome);
            case "open-messages" -> done(person::opensMessages);
            default -> throw new ApiError("not_found");
        };
        var errors = new JsonObject();
        outcome.fieldErrors().forEach(errors::addProperty);
        return Json.object("warning", outcome.warning().orElse(""), "errors", errors);
    }

    private Outcome types(PersonClient person, String channel, String text) {
        if (text.startsWith("/")) {
            String command = text.split("\\s", 2)[0];
            var known = parts.settings().commands();
            if (!known.isEmpty() && known.stream().noneMatch(one -> one.name().equals(command))) {
                return Outcome.warns("%s is not a valid command.".formatted(command));
            }
        }
        return person.types(channel, text);
    }

    private static Outcome done(Runnable commandResult) {
        commandResult.run();
        return Outcome.FINE;
    }

    private PersonClient person(JsonObject asked) {
        return people.apply(Json.text(asked, "user"));
    }

    private JsonObject workspace() {
        var commands = parts.settings().commands().stream()
                .map(command -> Json.object(
                        "name", command.name(), "usage", command.usageHint(), "description", command.description()))
                .toList();
        var groups = parts.directory().groups().stream()
                .map(group -> Json.object("id", Json.text(group, "id"), "handle", Json.text(group, "handle")))
                .toList();
        return Json.object(
                "name",
                Directory.TEAM_NAME,
                "bot",
                Directory.BOT_USER,
                "people",
                parts.directory().everybody(),
                "groups",
                groups,
                "commands",
                commands,
                "time",
                time());
    }

    private JsonObject sidebar(PersonClient person) {
        var conversations = parts.conversations();
        var channels = new ArrayList<JsonObject>();
        for (JsonObject channel : conversations.all()) {
            if (!Json.flag(channel, "is_im") && Conversations.members(channel).contains(person.id())) {
                String id = Json.text(channel, "id");
                channels.add(Json.object(
                        "id",
                        id,
                        "name",
                        Json.text(channel, "name"),
                        "unread",
                        conversations.unread(person.id(), id),
                        "members",
                        Conversations.members(channel).size(),
                        "has_bot",
                        conversations.isMember(id, Directory.BOT_USER)));
            }
        }
        String direct = person.directMessage();
        return Json.object(
                "channels", channels, "direct_message", direct, "unread", conversations.unread(person.id(), direct));
    }

    private JsonObject messages(PersonClient person, String channel) {
        if (!parts.conversations().isMember(channel, person.id())) {
            throw new ApiError("not_in_channel");
        }
        var messages = new ArrayList<JsonObject>();
        for (JsonObject message : person.messages(channel)) {
            JsonObject shown = ChatMethods.shown(message, false);
            shown.addProperty("ephemeral", Conversations.isEphemeral(message));
            shown.add("choices", person.choices(SurfaceRef.message(channel, Json.text(message, "ts"))));
            messages.add(shown);
        }
        return Json.object(
                "messages", messages, "last_read", parts.conversations().lastRead(person.id(), channel));
    }

    private JsonObject home(PersonClient person) {
        return person.home()
                .map(view ->
                        Json.object("view", view, "choices", person.choices(SurfaceRef.view(Json.text(view, "id")))))
                .orElseGet(JsonObject::new);
    }

    private JsonObject modals(PersonClient person) {
        var views = person.modals();
        List<JsonObject> shown = views.stream()
                .map(view ->
                        Json.object("view", view, "choices", person.choices(SurfaceRef.view(Json.text(view, "id")))))
                .toList();
        return Json.object("modals", shown);
    }

    private JsonObject time() {
        var travel = parts.settings().timeTravel();
        var now = travel.map(TimeTravel::now).orElseGet(() -> parts.store().now());
        var time = Json.object("now", now.toString(), "travels", travel.isPresent());
        travel.flatMap(TimeTravel::nextContact).ifPresent(next -> time.addProperty("next_contact", next.toString()));
        return time;
    }

    private JsonObject advance(Duration by) {
        if (by.isNegative() || by.compareTo(FARTHEST_JUMP) > 0) {
            throw new ApiError("time only goes forward, at most a year at once");
        }
        parts.settings()
                .timeTravel()
                .orElseThrow(() -> new ApiError("no_time_travel"))
                .advance(by);
        updates.changed();
        return time();
    }

    /**
     * Moves the clock to the next planned contact, and repeats this until the bot has posted a message, because a
     * planned contact may turn out to be too early. Gives up after {@link #MOST_LOOKS} attempts.
     */
    private JsonObject toNextContact() {
        var travel = parts.settings().timeTravel().orElseThrow(() -> new ApiError("no_time_travel"));
        long before = posts();
        for (int look = 0; look < MOST_LOOKS && posts() == before; look++) {
            travel.nextContact().ifPresent(next -> {
                Duration ahead = Duration.between(travel.now(), next);
                travel.advance(ahead.isNegative() ? Duration.ZERO : ahead);
            });
        }
        updates.changed();
        return time();
    }

    private long posts() {
        return calls.get().stream()
                .filter(call -> call.method().equals("chat.postMessage"))
                .count();
    }

    private JsonObject upload(HttpExchange exchange) throws IOException {
        var asked = Http.query(exchange);
        PersonClient person = person(asked);
        byte[] bytes = Uploads.content(exchange);
        String name = Json.text(asked, "name");
        String channel = Json.text(asked, "channel");
        return channel.isEmpty() ? person.keeps(name, bytes) : person.uploads(channel, name, bytes);
    }

    private void file(HttpExchange exchange, String id) throws IOException {
        var bytes = parts.files().bytes(id);
        if (bytes.isEmpty()) {
            Http.text(exchange, 404, "file not found");
            return;
        }
        String type =
                parts.files().find(id).map(file -> Json.text(file, "mimetype")).orElse("");
        // A file that a person uploaded must never run as a page of this origin.
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
        headers.set("X-Content-Type-Options", "nosniff");
        if (!SHOWN_INLINE.contains(type)) {
            headers.set("Content-Disposition", "attachment");
        }
        Http.send(exchange, 200, type.isEmpty() ? "application/octet-stream" : type, bytes.get());
    }
}
