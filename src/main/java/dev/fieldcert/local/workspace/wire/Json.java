package dev.fieldcert.local.workspace.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Helpers to read and build Gson trees; a missing, null or wrongly typed value counts as absent. */
public final class Json {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Json() {}

    /** An object from alternating keys and values; strings, numbers, booleans, elements and lists are accepted. */
    public static JsonObject object(Object... keysAndValues) {
        var object = new JsonObject();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.add((String) keysAndValues[i], element(keysAndValues[i + 1]));
        }
        return object;
    }

    public static JsonArray array(Iterable<?> values) {
        var array = new JsonArray();
        values.forEach(value -> array.add(element(value)));
        return array;
    }

    public static JsonElement element(Object value) {
        if (value == null) {
            return com.google.gson.JsonNull.INSTANCE;
        }
        if (value instanceof JsonElement json) {
            return json;
        }
        if (value instanceof Iterable<?> values) {
            return array(values);
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        }
        return new JsonPrimitive(value.toString());
    }

    public static String text(JsonElement parent, String key) {
        return optional(parent, key).orElse("");
    }

    public static Optional<String> optional(JsonElement parent, String key) {
        return get(parent, key).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString);
    }

    public static boolean flag(JsonElement parent, String key) {
        return optional(parent, key).map(value -> value.equals("true")).orElse(false);
    }

    public static JsonObject child(JsonElement parent, String key) {
        return get(parent, key)
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .orElseGet(JsonObject::new);
    }

    public static boolean has(JsonElement parent, String key) {
        return get(parent, key).isPresent();
    }

    public static List<JsonObject> objects(JsonElement parent, String key) {
        return items(parent, key)
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    public static List<String> texts(JsonElement parent, String key) {
        return items(parent, key)
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .toList();
    }

    public static Optional<JsonElement> get(JsonElement parent, String key) {
        if (parent == null || !parent.isJsonObject()) {
            return Optional.empty();
        }
        return Optional.ofNullable(parent.getAsJsonObject().get(key)).filter(value -> !value.isJsonNull());
    }

    /** The parsed text; empty if it is not JSON. */
    public static Optional<JsonElement> parse(String text) {
        try {
            return Optional.of(JsonParser.parseString(text));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    public static String write(JsonElement json) {
        return GSON.toJson(json);
    }

    private static Stream<JsonElement> items(JsonElement parent, String key) {
        var list = new ArrayList<JsonElement>();
        get(parent, key)
                .filter(JsonElement::isJsonArray)
                .ifPresent(array -> array.getAsJsonArray().forEach(list::add));
        return list.stream();
    }
}
