package dev.fieldcert.badge.credential;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTimeTicker;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Canonicalizes JSON-LD (RDFC-1.0 with SHA-256, as N-Quads). Contexts are read only from the application's own
 * resources. A term that no context defines is rejected rather than dropped, so that every part of a document is
 * covered by the signature.
 */
public final class LinkedData {

    private static final long MAX_MILLIS = 2_000;

    /** Far more values than any badge needs. The limit is necessary because the work grows quadratically. */
    private static final int MAX_VALUES = 2_000;

    private static final Map<String, Document> CONTEXTS = Map.of(
                    OpenBadge.CREDENTIALS_CONTEXT,
                    "credentials-v2",
                    OpenBadge.OPEN_BADGES_CONTEXT,
                    "open-badges-3.0.3",
                    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
                    "open-badges-3.0.2",
                    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
                    "open-badges-3.0.1",
                    OpenBadge.EXTENSIONS_CONTEXT,
                    "open-badges-extensions")
            .entrySet()
            .stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> context(entry.getValue())));

    private LinkedData() {}

    /** Thrown if the document cannot be canonicalized. The message is a sentence for the person who sent it. */
    public static final class Refused extends Exception {
        private final boolean unknown;

        private Refused(String message) {
            this(message, false);
        }

        private Refused(String message, boolean unknown) {
            super(message);
            this.unknown = unknown;
        }

        /** Whether a context is unknown to this application; the document itself may be correct. */
        public boolean isUnknown() {
            return unknown;
        }
    }

    public static boolean isKnownContext(String address) {
        return CONTEXTS.containsKey(address);
    }

    /** @return sorted N-Quads, each terminated by a line feed */
    public static String canonical(JsonObject document) throws Refused {
        if (values(document) > MAX_VALUES) {
            throw new Refused("It says more than a badge can have to say.");
        }
        refuseForeignContexts(document);
        try {
            JsonArray expanded =
                    JsonLd.expand(JsonDocument.of(document)).options(options()).get();
            refuseRelativeNames(expanded, "@id");
            RdfCanon canon = RdfCanon.create("SHA-256", new RdfCanonTimeTicker(MAX_MILLIS));
            JsonLd.toRdf(JsonDocument.of(expanded)).options(options()).provide(canon);
            StringWriter text = new StringWriter();
            canon.provide(new NQuadsWriter(text));
            return text.toString();
        } catch (JsonLdError e) {
            throw new Refused(
                    e.getCode() == JsonLdErrorCode.UNDEFINED_TERM
                            ? "It has a property that its contexts do not define, so the signature cannot cover it."
                            : "It is not valid JSON-LD (" + e.getCode() + ").");
        } catch (RdfConsumerException | IllegalStateException | IllegalArgumentException e) {
            throw new Refused("Its linked data is too tangled to bring into canonical form.");
        }
    }

    private static void refuseForeignContexts(JsonObject document) throws Refused {
        JsonValue contexts = document.get("@context");
        if (!(contexts instanceof JsonArray array) || array.isEmpty()) {
            throw new Refused("It does not say in “@context” which vocabulary it uses.");
        }
        refuseUnknown(document);
    }

    /** Checks all contexts in the document, including those of embedded credentials such as endorsements. */
    private static void refuseUnknown(JsonValue value) throws Refused {
        if (value instanceof JsonArray array) {
            for (JsonValue each : array) {
                refuseUnknown(each);
            }
        } else if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
                if (entry.getKey().equals("@context")) {
                    refuseUnknownContext(entry.getValue());
                } else {
                    refuseUnknown(entry.getValue());
                }
            }
        }
    }

    private static void refuseUnknownContext(JsonValue contexts) throws Refused {
        for (JsonValue context : contexts instanceof JsonArray array ? array : List.of(contexts)) {
            if (!(context instanceof JsonString address)) {
                throw new Refused("It brings a vocabulary of its own in “@context”, which is not known here.", true);
            }
            if (!isKnownContext(address.getString())) {
                throw new Refused(
                        "Its context " + address.getString()
                                + " is not one this verifier carries, and nothing is fetched while verifying.",
                        true);
            }
        }
    }

    private static int values(JsonValue value) {
        if (value instanceof JsonObject object) {
            return 1 + object.values().stream().mapToInt(LinkedData::values).sum();
        }
        return value instanceof JsonArray array
                ? 1 + array.stream().mapToInt(LinkedData::values).sum()
                : 1;
    }

    /** Rejects names that are not absolute IRIs, because the conversion to RDF silently drops them. */
    private static void refuseRelativeNames(JsonValue value, String key) throws Refused {
        if (value instanceof JsonArray array) {
            for (JsonValue each : array) {
                refuseRelativeNames(each, key);
            }
        } else if (value instanceof JsonObject object) {
            if (object.containsKey("@value")) {
                return;
            }
            for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
                refuseRelativeNames(entry.getValue(), entry.getKey());
            }
        } else if (value instanceof JsonString name
                && (key.equals("@id") || key.equals("@type"))
                && !name.getString().contains(":")) {
            throw new Refused("It names “" + name.getString()
                    + "” without an address and its contexts do not define it, so the signature cannot cover it.");
        }
    }

    private static JsonLdOptions options() {
        JsonLdOptions options = new JsonLdOptions((url, loaderOptions) -> {
            Document document = CONTEXTS.get(url.toString());
            if (document == null) {
                throw new com.apicatalog.jsonld.JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED);
            }
            return document;
        });
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        options.setOrdered(true);
        options.setTimeout(Duration.ofMillis(MAX_MILLIS));
        return options;
    }

    private static Document context(String name) {
        try (InputStream stream = LinkedData.class.getResourceAsStream("/badge/context/" + name + ".json")) {
            Document document = JsonDocument.of(StrictJson.readTrusted(stream));
            document.setDocumentUrl(URI.create("urn:context:" + name));
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the context " + name, e);
        }
    }
}
