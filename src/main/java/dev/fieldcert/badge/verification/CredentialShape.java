package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.credential.LinkedData;
import dev.fieldcert.badge.credential.OpenBadge;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks that an {@code OpenBadgeCredential} has the structure that Open Badges 3.0 requires of its properties. */
final class CredentialShape {

    private CredentialShape() {}

    /** What is wrong, as a sentence; empty if nothing is wrong. */
    static Optional<String> fault(JsonObject credential) {
        return Stream.<java.util.function.Supplier<Optional<String>>>of(
                        () -> contexts(credential),
                        () -> types(credential),
                        () -> missing(credential, "The credential", "id", "issuer", "validFrom", "credentialSubject"),
                        () -> issuerId(credential).isEmpty()
                                ? Optional.of("The credential does not say who issued it.")
                                : Optional.empty(),
                        () -> subject(credential))
                .map(java.util.function.Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    static Optional<String> issuerId(JsonObject credential) {
        JsonValue issuer = credential.get("issuer");
        if (issuer instanceof JsonString id) {
            return Optional.of(id.getString());
        }
        return issuer instanceof JsonObject object ? string(object, "id") : Optional.empty();
    }

    static Optional<String> string(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    static Optional<JsonObject> object(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    /** The values of a property that may be a single value or an array. */
    static List<JsonValue> all(JsonObject object, String name) {
        JsonValue value = object.get(name);
        if (value == null) {
            return List.of();
        }
        return value instanceof JsonArray array ? List.copyOf(array) : List.of(value);
    }

    private static Optional<String> contexts(JsonObject credential) {
        List<JsonValue> contexts = all(credential, "@context");
        return contexts.size() < 2
                        || !(contexts.get(0) instanceof JsonString first)
                        || !first.getString().equals(OpenBadge.CREDENTIALS_CONTEXT)
                ? Optional.of("The credential does not say in “@context” that it is an Open Badge on data model 2.0.")
                : Optional.empty();
    }

    /**
     * Finds a context that this verifier does not know, because it may change the meaning of the credential. Returns a
     * sentence, or empty if all are known.
     */
    static Optional<String> unknownContext(JsonObject credential) {
        return all(credential, "@context").stream()
                .filter(context ->
                        !(context instanceof JsonString address) || !LinkedData.isKnownContext(address.getString()))
                .findFirst()
                .map(context -> "Its vocabulary " + (context instanceof JsonString s ? s.getString() : "of its own")
                        + " is unknown here, so what it says cannot be relied on.");
    }

    private static Optional<String> types(JsonObject credential) {
        boolean badge = hasType(credential, "VerifiableCredential")
                && (hasType(credential, "OpenBadgeCredential") || hasType(credential, "AchievementCredential"));
        return badge ? Optional.empty() : Optional.of("The credential does not say that it is an Open Badge.");
    }

    private static Optional<String> subject(JsonObject credential) {
        List<JsonValue> subjects = all(credential, "credentialSubject");
        if (subjects.size() != 1 || !(subjects.get(0) instanceof JsonObject subject)) {
            return Optional.of("The credential must be about exactly one person.");
        }
        if (!hasType(subject, "AchievementSubject")) {
            return Optional.of("The credential's subject is not an “AchievementSubject”.");
        }
        if (!(subject.get("achievement") instanceof JsonObject achievement)) {
            return Optional.of("The credential does not say what was achieved.");
        }
        return missing(achievement, "The achievement", "id", "type", "name", "description", "criteria")
                .or(() -> criteria(achievement))
                .or(() -> each(achievement, "alignment", "An alignment", "type", "targetName", "targetUrl"))
                .or(() -> each(
                        achievement, "resultDescription", "A result description", "id", "type", "name", "resultType"))
                .or(() -> each(subject, "result", "A result", "type"))
                .or(() ->
                        each(subject, "identifier", "An identifier", "type", "hashed", "identityHash", "identityType"))
                .or(() -> each(credential, "credentialStatus", "The status", "id", "type"))
                .or(() -> each(credential, "evidence", "A piece of evidence", "type"));
    }

    private static Optional<String> criteria(JsonObject achievement) {
        return achievement.get("criteria") instanceof JsonObject criteria
                        && (criteria.containsKey("id") || criteria.containsKey("narrative"))
                ? Optional.empty()
                : Optional.of("The achievement does not say what had to be done for it.");
    }

    private static Optional<String> each(JsonObject parent, String name, String spoken, String... required) {
        for (JsonValue value : all(parent, name)) {
            if (!(value instanceof JsonObject object)) {
                return Optional.of(spoken + " is not an object.");
            }
            Optional<String> missing = missing(object, spoken, required);
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> missing(JsonObject object, String spoken, String... required) {
        return Stream.of(required)
                .filter(name -> !object.containsKey(name)
                        || object.get(name) instanceof JsonString text
                                && text.getString().isBlank())
                .findFirst()
                .map(name -> spoken + " has no “" + name + "”.");
    }

    private static boolean hasType(JsonObject object, String type) {
        return all(object, "type").stream()
                .anyMatch(value ->
                        value instanceof JsonString name && name.getString().equals(type));
    }
}
