package dev.fieldcert.local.workspace.webapi;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code functions.*}, with which the bot ends workflow steps. A step can be ended only once. */
public final class FunctionMethods {

    private final Map<String, JsonObject> running = new LinkedHashMap<>();
    private final Map<String, JsonObject> ended = new LinkedHashMap<>();

    public Map<String, ApiMethod> methods() {
        return Map.of(
                "functions.completeSuccess", this::completed,
                "functions.completeError", this::failed);
    }

    /** @param event the event that is sent to the bot */
    public synchronized void begin(String execution, JsonObject event) {
        running.put(execution, event);
    }

    /** The event that was sent to the bot for this execution. */
    public synchronized JsonObject event(String execution) {
        return running.get(execution);
    }

    /** The {@code outputs} or the {@code error} of the execution; empty while the step is running. */
    public synchronized Optional<JsonObject> end(String execution) {
        return Optional.ofNullable(ended.get(execution));
    }

    private JsonObject completed(ApiRequest request) {
        JsonObject outputs = request.json("outputs", "invalid_arguments")
                .filter(json -> json.isJsonObject())
                .orElseThrow(() -> new ApiError("invalid_arguments"))
                .getAsJsonObject();
        return end(request, Json.object("outputs", outputs));
    }

    private JsonObject failed(ApiRequest request) {
        return end(request, Json.object("error", request.need("error", "invalid_arguments")));
    }

    private synchronized JsonObject end(ApiRequest request, JsonObject how) {
        String execution = request.need("function_execution_id", "invalid_arguments");
        if (!running.containsKey(execution)) {
            throw new ApiError("function_execution_not_found");
        }
        if (ended.putIfAbsent(execution, how) != null) {
            throw new ApiError("execution_not_in_running_state");
        }
        return new JsonObject();
    }
}
