package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.credential.StrictJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognizes badges and credentials of standards before Open Badges 3.0, and names the standard; does not verify them.
 */
final class EarlierBadge {

    private static final String ADDRESS = "https?://\\S{1,300}";

    private EarlierBadge() {}

    /** A sentence that names the standard; empty if this may be an Open Badge 3.0. */
    static Optional<String> sentence(JsonObject content) {
        List<String> contexts = CredentialShape.all(content, "@context").stream()
                .filter(JsonString.class::isInstance)
                .map(context -> ((JsonString) context).getString())
                .toList();
        boolean credential = content.containsKey("credentialSubject") || content.containsKey("vc");
        if (credential) {
            boolean old = content.containsKey("vc")
                    || content.containsKey("issuanceDate")
                    || contexts.contains("https://www.w3.org/2018/credentials/v1");
            return old
                    ? Optional.of(
                            "This is a credential on the data model 1.1; this verifier reads 2.0 only. Ask its issuer.")
                    : Optional.empty();
        }
        if (contexts.stream().anyMatch(context -> context.contains("openbadges/v2"))) {
            return Optional.of(sentence("2.0", content));
        }
        if (contexts.stream()
                .anyMatch(context -> context.contains("openbadges/v1") || context.contains("openbadgespec"))) {
            return Optional.of(sentence("1.1", content));
        }
        boolean assertion = content.containsKey("badge")
                && content.containsKey("recipient")
                && (content.containsKey("verify") || content.containsKey("verification") || contexts.isEmpty());
        return assertion ? Optional.of(sentence("1.0", content)) : Optional.empty();
    }

    /** @param baked the content of a badge of an earlier version in a picture: an address, JSON or a signed token */
    static String sentence(String baked) {
        String words = baked.strip();
        if (words.startsWith("{")) {
            try {
                JsonObject content = StrictJson.read(words);
                return sentence(content).orElseGet(() -> sentence("of an earlier version", content));
            } catch (StrictJson.Refused e) {
                return said("of an earlier version", Optional.empty());
            }
        }
        return said("of an earlier version", Optional.of(words).filter(text -> text.matches(ADDRESS)));
    }

    private static String sentence(String version, JsonObject content) {
        return said(
                version,
                Stream.of(
                                CredentialShape.string(content, "id"),
                                CredentialShape.object(content, "verify")
                                        .flatMap(verify -> CredentialShape.string(verify, "url")),
                                CredentialShape.object(content, "badge").flatMap(EarlierBadge::issuer),
                                CredentialShape.string(content, "badge"))
                        .flatMap(Optional::stream)
                        .filter(text -> text.matches(ADDRESS))
                        .findFirst());
    }

    private static Optional<String> issuer(JsonObject badge) {
        JsonValue issuer = badge.get("issuer");
        return issuer instanceof JsonObject object
                ? CredentialShape.string(object, "url").or(() -> CredentialShape.string(object, "id"))
                : CredentialShape.string(badge, "issuer");
    }

    private static String said(String version, Optional<String> address) {
        return "This is an Open Badge " + version + "; this verifier reads 3.0 only. Ask its issuer"
                + address.map(url -> ", at " + url).orElse("") + ".";
    }
}
