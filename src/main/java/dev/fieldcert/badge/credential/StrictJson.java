package dev.fieldcert.badge.credential;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Parses JSON strictly, for verification. Rejects duplicate names, deep nesting and huge numbers, because two parsers
 * could interpret them differently or crash.
 */
public final class StrictJson {

    private static final int MAX_DEPTH = 40;
    private static final int MAX_NUMBER_LENGTH = 32;
    private static final JsonProvider JSON = JsonProvider.provider();

    private StrictJson() {}

    /** Thrown if JSON is rejected. The message is a sentence for the person who sent it. */
    public static final class Refused extends RuntimeException {
        private final boolean duplicate;

        private Refused(String message, boolean duplicate) {
            super(message);
            this.duplicate = duplicate;
        }

        /** Whether one object contains the same name twice. */
        public boolean isDuplicate() {
            return duplicate;
        }
    }

    /** @throws Refused if the text is not exactly one well-formed JSON object within the limits */
    public static JsonObject read(String text) {
        refuseDeepNesting(text);
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            if (!parser.hasNext() || parser.next() != Event.START_OBJECT) {
                throw new Refused("The JSON is not an object.", false);
            }
            JsonObject object = object(parser);
            if (parser.hasNext()) {
                throw new Refused("There is more text after the end of the JSON object.", false);
            }
            return object;
        } catch (JsonException | IllegalStateException | java.util.NoSuchElementException e) {
            throw new Refused("The JSON is not well-formed.", false);
        }
    }

    public static String write(JsonObject object) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = JSON.createWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }

    /** The object as JSON with line breaks and indentation, for people. */
    public static String writeIndented(JsonObject object) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = JSON.createWriterFactory(
                        Map.of(jakarta.json.stream.JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString().strip();
    }

    static JsonObject readTrusted(java.io.InputStream stream) {
        try (JsonReader reader = JSON.createReader(stream)) {
            return reader.readObject();
        }
    }

    static JsonObjectBuilder object() {
        return JSON.createObjectBuilder();
    }

    static JsonObjectBuilder object(JsonObject from) {
        return JSON.createObjectBuilder(from);
    }

    static JsonArrayBuilder array(String... values) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (String value : values) {
            array.add(value);
        }
        return array;
    }

    private static JsonObject object(JsonParser parser) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        Set<String> names = new HashSet<>();
        while (true) {
            Event event = parser.next();
            if (event == Event.END_OBJECT) {
                return object.build();
            }
            String name = parser.getString();
            if (!names.add(name)) {
                throw new Refused("The JSON gives “" + shortened(name) + "” twice in one object.", true);
            }
            object.add(name, value(parser, parser.next()));
        }
    }

    private static JsonValue value(JsonParser parser, Event event) {
        switch (event) {
            case START_OBJECT:
                return object(parser);
            case START_ARRAY:
                JsonArrayBuilder array = JSON.createArrayBuilder();
                for (Event next = parser.next(); next != Event.END_ARRAY; next = parser.next()) {
                    array.add(value(parser, next));
                }
                return array.build();
            case VALUE_STRING:
                return JSON.createValue(parser.getString());
            case VALUE_NUMBER:
                return number(parser.getString());
            case VALUE_TRUE:
                return JsonValue.TRUE;
            case VALUE_FALSE:
                return JsonValue.FALSE;
            case VALUE_NULL:
                return JsonValue.NULL;
            default:
                throw new Refused("The JSON is not well-formed.", false);
        }
    }

    private static JsonValue number(String literal) {
        if (literal.length() > MAX_NUMBER_LENGTH || !Double.isFinite(Double.parseDouble(literal))) {
            throw new Refused("The JSON has a number that is too long or too large.", false);
        }
        return JSON.createValue(new java.math.BigDecimal(literal));
    }

    /** Counts the levels before parsing, so that deep nesting cannot overflow a parser's stack. */
    private static void refuseDeepNesting(String text) {
        int depth = 0;
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                if (++depth > MAX_DEPTH) {
                    throw new Refused("The JSON is nested more than " + MAX_DEPTH + " levels deep.", false);
                }
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
