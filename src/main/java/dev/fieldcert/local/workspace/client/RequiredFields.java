package dev.fieldcert.local.workspace.client;

import com.google.gson.JsonObject;
import dev.fieldcert.local.workspace.blockkit.BlockLimits;
import dev.fieldcert.local.workspace.blockkit.Blocks;
import dev.fieldcert.local.workspace.blockkit.ElementState;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Checks a form as the Slack client does before it sends the form, and reads the field errors that the bot returns.
 */
final class RequiredFields {

    private RequiredFields() {}

    /** Error messages by block id; empty if the form may be sent. */
    static Map<String, String> missing(JsonObject view, JsonObject values) {
        var complaints = new LinkedHashMap<String, String>();
        for (JsonObject block : Blocks.of(view)) {
            if (!Json.text(block, "type").equals("input")) {
                continue;
            }
            JsonObject element = Json.child(block, "element");
            String blockId = Json.text(block, "block_id");
            JsonObject state = Json.child(Json.child(values, blockId), Json.text(element, "action_id"));
            if (ElementState.isEmpty(state)) {
                if (!Json.flag(block, "optional")) {
                    complaints.put(blockId, "Please complete this required field.");
                }
            } else {
                String complaint = complaint(element, Json.text(state, "value"));
                if (!complaint.isEmpty()) {
                    complaints.put(blockId, complaint);
                }
            }
        }
        return complaints;
    }

    private static String complaint(JsonObject element, String value) {
        String type = Json.text(element, "type");
        int min = Json.optional(element, "min_length").map(Integer::parseInt).orElse(0);
        int max = Json.optional(element, "max_length").map(Integer::parseInt).orElse(BlockLimits.INPUT_TEXT);
        if (type.equals("plain_text_input") && value.length() < min) {
            return "Must be at least %d characters long.".formatted(min);
        }
        if (type.equals("plain_text_input") && value.length() > max) {
            return "Must be at most %d characters long.".formatted(max);
        }
        if (type.equals("url_text_input") && !value.matches("(?i)https?://\\S+")) {
            return "Please enter a valid URL.";
        }
        if (type.equals("email_text_input") && !value.matches("\\S+@\\S+\\.\\S+")) {
            return "Please enter a valid email address.";
        }
        return type.equals("number_input") ? number(element, value) : "";
    }

    private static String number(JsonObject element, String value) {
        try {
            var number = new BigDecimal(value.strip());
            if (!Json.flag(element, "is_decimal_allowed")
                    && number.stripTrailingZeros().scale() > 0) {
                return "Please enter a whole number.";
            }
            var min = Json.optional(element, "min_value").map(BigDecimal::new);
            var max = Json.optional(element, "max_value").map(BigDecimal::new);
            if (min.isPresent() && number.compareTo(min.get()) < 0) {
                return "Must be at least %s.".formatted(min.get().toPlainString());
            }
            if (max.isPresent() && number.compareTo(max.get()) > 0) {
                return "Must be at most %s.".formatted(max.get().toPlainString());
            }
            return "";
        } catch (NumberFormatException e) {
            return "Please enter a number.";
        }
    }

    /**
     * The field errors that the bot returned. Throws an {@link ApiError} if there are none, or if one of them is not
     * about an input block.
     */
    static Outcome errors(JsonObject view, JsonObject errors) {
        var byBlock = new HashMap<String, String>();
        for (var error : errors.entrySet()) {
            boolean isInput = Blocks.block(view, error.getKey())
                    .filter(block -> Json.text(block, "type").equals("input"))
                    .isPresent();
            if (!isInput) {
                throw new ApiError("errors for a block that is no input: " + error.getKey());
            }
            byBlock.put(error.getKey(), error.getValue().getAsString());
        }
        if (byBlock.isEmpty()) {
            throw new ApiError("errors without any");
        }
        return Outcome.errors(byBlock);
    }
}
