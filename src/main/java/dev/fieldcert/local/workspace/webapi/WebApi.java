package dev.fieldcert.local.workspace.webapi;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.fieldcert.local.workspace.settings.Settings;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Http;
import dev.fieldcert.local.workspace.wire.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** {@code /api/<method>}: checks the token, calls the method, responds as Slack does. */
public final class WebApi implements HttpHandler {

    private static final int REMEMBERED_CALLS = 200_000;
    /** How many calls to remember in a workspace with a data folder, which may run for long with little memory. */
    private static final int REMEMBERED_FOR_THE_PAGE = 500;

    private final Settings settings;
    private final Faults faults;
    private final int remembered;
    private final Map<String, ApiMethod> methods = new HashMap<>();
    private final List<ApiCall> calls = new ArrayList<>();

    public WebApi(Settings settings, Faults faults) {
        this.settings = settings;
        this.faults = faults;
        this.remembered = settings.data().isPresent() ? REMEMBERED_FOR_THE_PAGE : REMEMBERED_CALLS;
    }

    public void offer(Map<String, ApiMethod> more) {
        methods.putAll(more);
    }

    public List<ApiCall> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    public void forgetCalls() {
        synchronized (calls) {
            calls.clear();
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        var at = settings.clock().instant();
        long nanos = System.nanoTime();
        JsonObject arguments;
        try {
            arguments = Http.arguments(exchange);
        } catch (ApiError e) {
            Http.json(exchange, 200, refusal(e));
            return;
        }
        String token = token(exchange, arguments);
        arguments.remove("token");
        answer(exchange, method, token, arguments, error -> {
            synchronized (calls) {
                calls.add(new ApiCall(method, at, nanos, arguments, error));
                if (calls.size() > remembered) {
                    calls.subList(0, remembered / 2).clear();
                }
            }
        });
    }

    /** Reports the call to {@code done} before responding, so that a caller always finds its own call in the list. */
    private void answer(
            HttpExchange exchange, String method, String token, JsonObject arguments, Consumer<Optional<String>> done)
            throws IOException {
        var fault = faults.strike(method);
        if (fault.isPresent() && fault.get() instanceof Fault.RateLimited limited) {
            done.accept(Optional.of("ratelimited"));
            long seconds = Math.max(1, limited.retryAfter().toSeconds());
            exchange.getResponseHeaders().set("Retry-After", Long.toString(seconds));
            Http.json(exchange, 429, Json.object("ok", false, "error", "ratelimited"));
            return;
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Status status) {
            done.accept(Optional.of("http_" + status.code()));
            Http.text(exchange, status.code(), "upstream error");
            return;
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Cut) {
            done.accept(Optional.of("cut"));
            exchange.close();
            return;
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Slow slow) {
            pause(slow);
        }
        JsonObject answer = fault.flatMap(WebApi::refusal).orElseGet(() -> call(method, token, arguments));
        if (fault.isPresent() && fault.get() instanceof Fault.DoneThenCut) {
            done.accept(Optional.of("cut"));
            exchange.close();
            return;
        }
        done.accept(Json.optional(answer, "error"));
        exchange.getResponseHeaders().set("X-OAuth-Scopes", Scopes.all(scope -> !faults.lacks(scope)));
        exchange.getResponseHeaders().set("X-Slack-Req-Id", Long.toString(System.nanoTime(), 36));
        Http.json(exchange, 200, answer);
    }

    private JsonObject call(String name, String token, JsonObject arguments) {
        try {
            ApiMethod method = methods.get(name);
            if (method == null) {
                throw new ApiError("unknown_method");
            }
            authenticate(name, token);
            Optional<String> missing = Scopes.of(name).filter(faults::lacks);
            if (missing.isPresent()) {
                return unscoped(missing.get());
            }
            JsonObject answer = Json.object("ok", true);
            method.call(new ApiRequest(arguments))
                    .entrySet()
                    .forEach(field -> answer.add(field.getKey(), field.getValue()));
            return answer;
        } catch (ApiError e) {
            return refusal(e);
        }
    }

    private void authenticate(String method, String token) {
        if (method.equals("api.test")
                || method.equals("blocks.validate")
                || method.equals("auth.test") && token.equals(settings.appToken())) {
            return;
        }
        if (token.isEmpty()) {
            throw new ApiError("not_authed");
        }
        boolean app = method.equals("apps.connections.open");
        if (!token.equals(app ? settings.appToken() : settings.botToken())) {
            boolean otherKind = token.equals(settings.appToken()) || token.equals(settings.botToken());
            throw new ApiError(otherKind ? "not_allowed_token_type" : "invalid_auth");
        }
    }

    private static Optional<JsonObject> refusal(Fault fault) {
        if (fault instanceof Fault.Refusal refused) {
            return Optional.of(refusal(new ApiError(refused.error())));
        }
        return fault instanceof Fault.Unscoped unscoped ? Optional.of(unscoped(unscoped.needed())) : Optional.empty();
    }

    private static JsonObject unscoped(String needed) {
        return Json.object("ok", false, "error", "missing_scope", "needed", needed);
    }

    private static JsonObject refusal(ApiError error) {
        var answer = Json.object("ok", false, "error", error.code());
        if (!error.details().isEmpty()) {
            if (error.code().equals("invalid_blocks")) {
                answer.add("errors", Json.array(error.details()));
            }
            var messages =
                    error.details().stream().map(detail -> "[ERROR] " + detail).toList();
            answer.add("response_metadata", Json.object("messages", messages));
        }
        return answer;
    }

    private static String token(HttpExchange exchange, JsonObject arguments) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header != null && header.startsWith("Bearer ")) {
            return header.substring("Bearer ".length()).strip();
        }
        return Json.text(arguments, "token");
    }

    private static void pause(Fault.Slow slow) {
        try {
            TimeUnit.NANOSECONDS.sleep(slow.delay().toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
