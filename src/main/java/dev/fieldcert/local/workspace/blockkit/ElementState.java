package dev.fieldcert.local.workspace.blockkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.fieldcert.local.workspace.wire.ApiError;
import dev.fieldcert.local.workspace.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state of an interactive element: its initial state, and its state after a person's choice. */
public final class ElementState {

    private record Memory(String state, String initial, boolean many) {}

    private static final Map<String, Memory> BY_TYPE = Map.ofEntries(
            Map.entry("static_select", new Memory("selected_option", "initial_option", false)),
            Map.entry("radio_buttons", new Memory("selected_option", "initial_option", false)),
            Map.entry("overflow", new Memory("selected_option", "", false)),
            Map.entry("multi_static_select", new Memory("selected_options", "initial_options", true)),
            Map.entry("checkboxes", new Memory("selected_options", "initial_options", true)),
            Map.entry("users_select", new Memory("selected_user", "initial_user", false)),
            Map.entry("multi_users_select", new Memory("selected_users", "initial_users", true)),
            Map.entry("channels_select", new Memory("selected_channel", "initial_channel", false)),
            Map.entry("multi_channels_select", new Memory("selected_channels", "initial_channels", true)),
            Map.entry("conversations_select", new Memory("selected_conversation", "initial_conversation", false)),
            Map.entry(
                    "multi_conversations_select", new Memory("selected_conversations", "initial_conversations", true)),
            Map.entry("datepicker", new Memory("selected_date", "initial_date", false)),
            Map.entry("timepicker", new Memory("selected_time", "initial_time", false)),
            Map.entry("datetimepicker", new Memory("selected_date_time", "initial_date_time", false)),
            Map.entry("plain_text_input", new Memory("value", "initial_value", false)),
            Map.entry("email_text_input", new Memory("value", "initial_value", false)),
            Map.entry("url_text_input", new Memory("value", "initial_value", false)),
            Map.entry("number_input", new Memory("value", "initial_value", false)),
            Map.entry("file_input", new Memory("files", "", true)));

    private ElementState() {}

    /** Whether the element's value is part of {@code state.values}; those of buttons and overflow menus are not. */
    public static boolean isKept(JsonObject element) {
        String type = Json.text(element, "type");
        return BY_TYPE.containsKey(type) && !type.equals("overflow");
    }

    public static JsonObject initial(JsonObject element) {
        Memory memory = BY_TYPE.get(Json.text(element, "type"));
        Optional<JsonElement> initial = Json.get(element, memory.initial());
        return state(element, memory, initial.orElse(memory.many() ? new JsonArray() : JsonNull.INSTANCE));
    }

    /** The state after a choice of option values, ids, a date, or a text; an empty list clears it. */
    public static JsonObject chosen(JsonObject element, List<String> values) {
        Memory memory = BY_TYPE.get(Json.text(element, "type"));
        if (memory == null) {
            return new JsonObject();
        }
        if (memory.many()) {
            var all = new JsonArray();
            values.forEach(value -> all.add(value(element, memory, value)));
            return state(element, memory, all);
        }
        return state(element, memory, values.isEmpty() ? JsonNull.INSTANCE : value(element, memory, values.get(0)));
    }

    private static JsonElement value(JsonObject element, Memory memory, String value) {
        if (memory.state().startsWith("selected_option")) {
            return ElementRules.options(element).stream()
                    .filter(option -> Json.text(option, "value").equals(value))
                    .findFirst()
                    .map(JsonElement.class::cast)
                    .orElseThrow(() -> new ApiError("no_such_option"));
        }
        if (memory.state().equals("selected_date_time")) {
            return new JsonPrimitive(Long.parseLong(value));
        }
        if (memory.state().equals("files")) {
            return Json.parse(value).orElse(new JsonPrimitive(value));
        }
        return value.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(value);
    }

    private static JsonObject state(JsonObject element, Memory memory, JsonElement value) {
        return Json.object("type", Json.text(element, "type"), memory.state(), value.deepCopy());
    }

    /** Whether nothing is chosen or entered. */
    public static boolean isEmpty(JsonObject state) {
        return state.entrySet().stream()
                .filter(property -> !property.getKey().equals("type"))
                .allMatch(property -> property.getValue().isJsonNull()
                        || property.getValue().isJsonArray()
                                && property.getValue().getAsJsonArray().isEmpty());
    }
}
