package dev.fieldcert.local.workspace.webapi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.Optional;

/** The arguments of one Web API call, sent as a form or as JSON. */
final class ApiRequest {

    private final JsonObject arguments;

    ApiRequest(JsonObject arguments) {
        this.arguments = arguments;
    }

    JsonObject arguments() {
        return arguments;
    }

    Optional<String> get(String name) {
        return Json.optional(arguments, name).filter(value -> !value.isEmpty());
    }

    /** Whether the argument is present, even as an empty string. */
    boolean isGiven(String name) {
        return Json.has(arguments, name);
    }

    String need(String name, String otherwise) {
        return get(name).orElseThrow(() -> new ApiError(otherwise));
    }

    boolean flag(String name) {
        return get(name).map(value -> value.equals("true") || value.equals("1")).orElse(false);
    }

    int number(String name, int otherwise) {
        try {
            return get(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new ApiError("invalid_arguments");
        }
    }

    /** A structured argument, which a form contains as JSON text. */
    Optional<JsonElement> json(String name, String otherwise) {
        var value = Json.get(arguments, name);
        if (value.isPresent() && value.get().isJsonPrimitive()) {
            String text = value.get().getAsString();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(Json.parse(text)
                    .filter(json -> json.isJsonArray() || json.isJsonObject())
                    .orElseThrow(() -> new ApiError(otherwise)));
        }
        return value;
    }
}
