package dev.fieldcert.local.workspace.webapi;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.blockkit.BlockValidator;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code blocks.validate}, which needs no token (https://docs.slack.dev/reference/methods/blocks.validate). */
public final class ValidateMethod {

    private static final String POINTER = " [json-pointer:";

    private final BlockValidator validator;

    public ValidateMethod(BlockValidator validator) {
        this.validator = validator;
    }

    public Map<String, ApiMethod> methods() {
        return Map.of("blocks.validate", this::validate);
    }

    private JsonObject validate(ApiRequest request) {
        Optional<JsonElement> blocks = request.json("blocks", "invalid_blocks");
        Optional<JsonElement> message = request.json("message", "invalid_message");
        Optional<JsonElement> view = request.json("view", "invalid_view");
        long given = List.of(blocks, message, view).stream()
                .filter(Optional::isPresent)
                .count();
        if (given != 1) {
            throw new ApiError("invalid_arguments");
        }
        if (view.isPresent()) {
            String type = Json.text(view.get(), "type");
            return answer("invalid_view", validator.view(view.get(), type.equals("home") ? type : "modal"));
        }
        JsonElement checked =
                blocks.or(() -> Json.get(message.get(), "blocks")).orElseGet(com.google.gson.JsonArray::new);
        return answer(
                blocks.isPresent() ? "invalid_blocks" : "invalid_message", validator.message(checked.getAsJsonArray()));
    }

    private static JsonObject answer(String error, List<String> problems) {
        return problems.isEmpty()
                ? new JsonObject()
                : Json.object(
                        "ok",
                        false,
                        "error",
                        error,
                        "errors",
                        problems.stream().map(ValidateMethod::error).toList());
    }

    private static JsonObject error(String problem) {
        int at = problem.lastIndexOf(POINTER);
        return Json.object(
                "code",
                "failed_constraint",
                "message",
                at < 0 ? problem : problem.substring(0, at),
                "pointer",
                at < 0 ? "/" : problem.substring(at + POINTER.length(), problem.length() - 1));
    }
}
