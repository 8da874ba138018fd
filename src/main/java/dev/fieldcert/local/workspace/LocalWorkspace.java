package dev.fieldcert.local.workspace;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.fieldcert.local.workspace.blockkit.BlockValidator;
import dev.fieldcert.local.workspace.client.Channel;
import dev.fieldcert.local.workspace.client.Interactions;
import dev.fieldcert.local.workspace.client.Mentions;
import dev.fieldcert.local.workspace.client.Parts;
import dev.fieldcert.local.workspace.client.PersonClient;
import dev.fieldcert.local.workspace.delivery.BotConnection;
import dev.fieldcert.local.workspace.delivery.Events;
import dev.fieldcert.local.workspace.delivery.Membership;
import dev.fieldcert.local.workspace.delivery.Posting;
import dev.fieldcert.local.workspace.delivery.ResponseUrls;
import dev.fieldcert.local.workspace.delivery.SocketMode;
import dev.fieldcert.local.workspace.page.LiveUpdates;
import dev.fieldcert.local.workspace.page.LoopbackGuard;
import dev.fieldcert.local.workspace.page.PageApi;
import dev.fieldcert.local.workspace.page.PageAssets;
import dev.fieldcert.local.workspace.settings.Settings;
import dev.fieldcert.local.workspace.state.Choices;
import dev.fieldcert.local.workspace.state.Conversations;
import dev.fieldcert.local.workspace.state.DefaultCast;
import dev.fieldcert.local.workspace.state.Directory;
import dev.fieldcert.local.workspace.state.FileStore;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.local.workspace.state.Store;
import dev.fieldcert.local.workspace.state.Triggers;
import dev.fieldcert.local.workspace.state.Views;
import dev.fieldcert.local.workspace.webapi.ApiCall;
import dev.fieldcert.local.workspace.webapi.AppMethods;
import dev.fieldcert.local.workspace.webapi.ChatMethods;
import dev.fieldcert.local.workspace.webapi.ConversationMethods;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.local.workspace.webapi.Faults;
import dev.fieldcert.local.workspace.webapi.FileMethods;
import dev.fieldcert.local.workspace.webapi.FunctionMethods;
import dev.fieldcert.local.workspace.webapi.UserMethods;
import dev.fieldcert.local.workspace.webapi.ValidateMethod;
import dev.fieldcert.local.workspace.webapi.ViewMethods;
import dev.fieldcert.local.workspace.webapi.WebApi;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Http;
import dev.fieldcert.local.workspace.wire.Json;
import dev.fieldcert.local.workspace.wire.Uploads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stand-in Slack workspace on 127.0.0.1: people, channels, the Web API, and signed deliveries to one bot. Point the
 * Slack client at {@link #apiUrl()}, and the workspace at the bot with {@link #deliverTo}.
 */
public final class LocalWorkspace implements AutoCloseable {

    static {
        // Without this property, each keep-alive response of the JDK's server waits about 40 ms for the client's
        // delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final Logger LOG = LoggerFactory.getLogger(LocalWorkspace.class);

    private final Parts parts;
    private final Interactions interactions;
    private final Mentions mentions;
    private final WebApi api;
    private final Faults faults = new Faults();
    private final FunctionMethods functions = new FunctionMethods();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "workspace-http");
        thread.setDaemon(true);
        return thread;
    });
    private final LiveUpdates updates = new LiveUpdates();
    private final SocketMode socket;

    private LocalWorkspace(Settings settings) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 0);
        var store = new Store(settings.data(), settings.clock());
        var directory = new Directory(store);
        var conversations = new Conversations(store, directory);
        if (settings.defaultCast()) {
            DefaultCast.joinEmpty(directory, conversations);
        }
        var files = new FileStore(store, settings.data(), faults::looksUntilProcessed);
        var validator = new BlockValidator(files::isPicture);
        var bot = new BotConnection(settings);
        socket = new SocketMode();
        bot.over(socket);
        var events = new Events(store, bot, settings.retryTimer());
        var posting = new Posting(conversations, validator, events, settings.echoOwnMessages());
        var views = new Views(store, validator, updates::changed);
        var triggers = new Triggers(store);
        parts = new Parts(
                settings,
                store,
                directory,
                conversations,
                views,
                new Choices(),
                triggers,
                new ResponseUrls(store, posting),
                files,
                events,
                new Membership(conversations, events, store),
                bot,
                this::base);
        interactions = new Interactions(parts);
        mentions = new Mentions(directory, conversations);
        api = new WebApi(settings, faults);
        var chat = new ChatMethods(conversations, directory, posting, settings.messagesTab());
        api.offer(chat.methods());
        api.offer(new ConversationMethods(conversations, directory, parts.membership()).methods());
        api.offer(new UserMethods(directory, store).methods());
        api.offer(new ViewMethods(views, triggers, directory).methods());
        api.offer(new FileMethods(files, chat, conversations, this::base).methods());
        api.offer(new AppMethods(socket::url).methods());
        api.offer(functions.methods());
        api.offer(new ValidateMethod(validator).methods());
        store.onChange((table, key) -> updates.changed());
        serve();
    }

    /** Starts a workspace, which is listening when this returns. */
    public static LocalWorkspace start(Settings settings) {
        try {
            return new LocalWorkspace(settings);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "fieldcert.local.port is %d, and nobody can listen there: %s. Is FieldCert running already? Otherwise choose another port."
                            .formatted(settings.port(), e.getMessage()),
                    e);
        }
    }

    private void serve() {
        var loopback = new LoopbackGuard();
        context("/api/", api);
        context("/upload/v1/", this::upload);
        context("/files-pri/", this::download);
        context("/response/", this::response);
        if (parts.settings().page()) {
            context("/local/", new PageApi(this::personById, this::calls, parts, updates))
                    .getFilters()
                    .add(loopback);
            context("/", new PageAssets()).getFilters().add(loopback);
        }
        server.setExecutor(threads);
        server.start();
    }

    private com.sun.net.httpserver.HttpContext context(String path, HttpHandler handler) {
        return server.createContext(path, exchange -> {
            try {
                handler.handle(exchange);
            } catch (RuntimeException e) {
                LOG.error("Local workspace failed path={}", path, e);
                if (exchange.getResponseCode() < 0) {
                    Http.json(exchange, 500, Json.object("ok", false, "error", "internal_error"));
                }
            } finally {
                exchange.close();
            }
        });
    }

    /** {@code http://127.0.0.1:<port>}, where the page is. */
    public String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The value for {@code SLACK_API_URL}. */
    public String apiUrl() {
        return base() + "/api/";
    }

    public Settings settings() {
        return parts.settings();
    }

    /** Starts deliveries to the bot. */
    public void deliverTo(URI botEvents) {
        parts.bot().to(botEvents);
    }

    /** The person with this handle; creates one in Berlin if there is none. */
    public PersonClient person(String name) {
        return parts.directory()
                .named(name)
                .map(user -> personById(Json.text(user, "id")))
                .orElseGet(() -> person(PersonSpec.named(name)));
    }

    /** Adds a person without telling the bot. */
    public PersonClient person(PersonSpec spec) {
        return personById(parts.directory().add(spec));
    }

    /** Adds a person and tells the bot that they joined. */
    public PersonClient hires(PersonSpec spec) {
        var person = person(spec);
        parts.events()
                .tell(Json.object(
                        "type",
                        "team_join",
                        "user",
                        person.user(),
                        "cache_ts",
                        parts.store().now().getEpochSecond(),
                        "event_ts",
                        parts.store().nextTs()));
        return person;
    }

    public PersonClient personById(String id) {
        parts.directory().get(id);
        return new PersonClient(id, parts, interactions, mentions);
    }

    /** The channel with this name; creates one with the bot in it if there is none. */
    public Channel channel(String name) {
        return parts.conversations()
                .named(name)
                .map(channel -> new Channel(Json.text(channel, "id"), parts))
                .orElseGet(() -> new Channel(
                        parts.conversations().addChannel(Optional.empty(), name, List.of(Directory.BOT_USER)), parts));
    }

    /** Creates a user group, and returns its id. */
    public String group(String handle, PersonClient... members) {
        return parts.directory()
                .addGroup(
                        handle,
                        handle,
                        Arrays.stream(members).map(PersonClient::id).toList());
    }

    /** Adds somebody to a user group and tells the bot. */
    public void addsToGroup(String group, PersonClient person) {
        parts.directory().addToGroup(group, person.id());
        parts.events()
                .tell(Json.object(
                        "type",
                        "subteam_members_changed",
                        "subteam_id",
                        group,
                        "team_id",
                        Directory.TEAM_ID,
                        "added_users",
                        List.of(person.id()),
                        "added_users_count",
                        1,
                        "removed_users",
                        List.of(),
                        "removed_users_count",
                        0,
                        "event_ts",
                        parts.store().nextTs()));
    }

    /**
     * Runs a workflow step that the bot provides, by sending {@code function_executed} to the bot.
     *
     * @return the execution's id
     */
    public String runsStep(String callbackId, Map<String, String> inputs) {
        String execution = parts.store().nextId("Fx");
        JsonObject values = new JsonObject();
        inputs.forEach(values::addProperty);
        functions.begin(
                execution,
                Json.object(
                        "type",
                        "function_executed",
                        "function",
                        Json.object(
                                "id",
                                "Fn0LOCAL",
                                "callback_id",
                                callbackId,
                                "type",
                                "app",
                                "app_id",
                                Directory.APP_ID,
                                "input_parameters",
                                List.of(),
                                "output_parameters",
                                List.of()),
                        "inputs",
                        values,
                        "function_execution_id",
                        execution,
                        "workflow_execution_id",
                        parts.store().nextId("Wx"),
                        "bot_access_token",
                        "xwfp-local",
                        "event_ts",
                        parts.store().nextTs()));
        tellsAgainOfStep(execution);
        return execution;
    }

    /** Delivers the step's event to the bot, each time under a new event id. */
    public void tellsAgainOfStep(String execution) {
        parts.events().tell(functions.event(execution));
    }

    /** How the bot ended a step: its {@code outputs}, or an {@code error}; empty while the step is running. */
    public Optional<JsonObject> endOfStep(String execution) {
        return functions.end(execution);
    }

    /** The bot's user id. */
    public String botUser() {
        return Directory.BOT_USER;
    }

    public Faults faults() {
        return faults;
    }

    /** Removes the metadata of every file, as when a workspace's retention period ends. */
    public void deletesAllFiles() {
        parts.files().deleteAll();
    }

    public Events events() {
        return parts.events();
    }

    /** Socket Mode connections, for tests that cut them. */
    public SocketMode socketMode() {
        return socket;
    }

    /** The latest Web API calls, oldest first: at most 200,000, or 500 in a workspace with a data folder. */
    public List<ApiCall> calls() {
        return api.calls();
    }

    public void forgetCalls() {
        api.forgetCalls();
    }

    /**
     * Sends {@code url_verification} as Slack does when the URL is entered, and returns whether the bot echoes the
     * challenge.
     */
    public boolean verifiesUrl() {
        var challenge =
                Json.object("token", "local", "challenge", parts.store().nextId("X"), "type", "url_verification");
        var answer = parts.bot().send(BotConnection.Kind.EVENTS_API, challenge);
        return answer.isOk() && answer.body().contains(Json.text(challenge, "challenge"));
    }

    private void upload(HttpExchange exchange) throws IOException {
        String ticket = exchange.getRequestURI().getPath().substring("/upload/v1/".length());
        byte[] bytes = Uploads.content(exchange);
        if (parts.files().receive(ticket, bytes)) {
            Http.text(exchange, 200, "OK - " + bytes.length);
        } else {
            Http.text(exchange, 400, "invalid upload");
        }
    }

    private void download(HttpExchange exchange) throws IOException {
        String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String[] path = exchange.getRequestURI().getPath().split("/");
        String id = path.length > 2 ? path[2].substring(path[2].indexOf('-') + 1) : "";
        var bytes = parts.files().bytes(id);
        if (!header.equals("Bearer " + parts.settings().botToken())) {
            Http.text(exchange, 403, "not allowed");
        } else if (bytes.isEmpty()) {
            Http.text(exchange, 404, "file not found");
        } else {
            String type = parts.files()
                    .find(id)
                    .map(file -> Json.text(file, "mimetype"))
                    .orElse("");
            Http.send(exchange, 200, type.isEmpty() ? "application/octet-stream" : type, bytes.get());
        }
    }

    private void response(HttpExchange exchange) throws IOException {
        if (faults().strike(Faults.RESPONSE_URL).orElse(null) instanceof Fault.Status status) {
            Http.text(exchange, status.code(), "upstream error");
            return;
        }
        String path = exchange.getRequestURI().getPath();
        String token = path.substring(path.lastIndexOf('/') + 1);
        try {
            JsonObject body = Json.parse(Http.body(exchange))
                    .filter(JsonElement::isJsonObject)
                    .orElseThrow(() -> new ApiError("invalid_payload"))
                    .getAsJsonObject();
            parts.responseUrls().answer(token, body);
            Http.text(exchange, 200, "ok");
        } catch (ApiError e) {
            Http.json(exchange, 404, Json.object("ok", false, "error", e.code()));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        parts.events().close();
        socket.close();
        parts.store().close();
    }
}
