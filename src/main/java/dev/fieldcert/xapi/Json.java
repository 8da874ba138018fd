package dev.fieldcert.xapi;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;

/** Creates JSON builders. Keeps the provider, because looking it up each time is slow. */
final class Json {

    static final String LANGUAGE = "en-US";

    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private Json() {}

    static JsonObjectBuilder object() {
        return PROVIDER.createObjectBuilder();
    }

    static JsonArrayBuilder array() {
        return PROVIDER.createArrayBuilder();
    }

    static JsonArrayBuilder array(Collection<String> texts) {
        return PROVIDER.createArrayBuilder(texts);
    }

    static JsonObject read(String text) {
        try (var reader = PROVIDER.createReader(new java.io.StringReader(text))) {
            return reader.readObject();
        }
    }

    /** A language map with a single entry, in the program's language. */
    static JsonObjectBuilder words(String text) {
        return object().add(LANGUAGE, text);
    }
}
