package dev.fieldcert.web;

import dev.fieldcert.badge.verification.Report;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form for verifying a badge, and its result. */
public final class VerifyPage {

    private static final int LONGEST_CLAIM = 500;

    private VerifyPage() {}

    public static String form() {
        return Pages.render("verify", Map.of("headline", "Verify a badge"));
    }

    /** @param problem a sentence that says why nothing was verified */
    public static String form(String problem) {
        return Pages.render("verify", Map.of("headline", "Verify a badge", "problem", problem));
    }

    public static String result(Report report) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("report", report);
        facts.put("claims", report.claims().map(VerifyPage::claims).orElse(Map.of()));
        switch (report.grading()) {
            case VALID ->
                verdict(facts, "good", "This badge is valid", "Signed, in date, not revoked, and issued here.");
            case VALID_AS_FAR_AS_CHECKED ->
                verdict(
                        facts,
                        "old",
                        "This badge is valid, as far as we can check here",
                        "We found nothing wrong with it. Only its issuer can confirm what’s marked “not checked” below.");
            case UNKNOWN ->
                verdict(
                        facts,
                        "old",
                        "We couldn’t verify this badge",
                        "We found nothing wrong, but we couldn’t check its signature, so nothing it says is proven.");
            case NOT_VALID ->
                verdict(facts, "bad", "This badge isn’t valid", "Don’t rely on it. You’ll find the reason below.");
        }
        return Pages.render("verify", facts);
    }

    private static void verdict(Map<String, Object> facts, String look, String headline, String grading) {
        facts.put("look", look);
        facts.put("headline", headline);
        facts.put("grading", grading);
    }

    private static Map<String, String> claims(Report.Claims claims) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("Badge", claims.badge());
        said.put("Certifies", claims.description());
        said.put("Issuer", claims.issuer());
        said.put("Valid from", claims.validFrom());
        said.put("Valid until", claims.validUntil());
        said.put("Identifier", claims.id());
        said.values().removeIf(String::isBlank);
        said.replaceAll(
                (name, value) -> value.length() > LONGEST_CLAIM ? value.substring(0, LONGEST_CLAIM) + "…" : value);
        return said;
    }
}
