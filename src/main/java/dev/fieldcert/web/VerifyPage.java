package dev.fieldcert.web;

import static dev.fieldcert.web.Html.text;

import dev.fieldcert.badge.verification.Check;
import dev.fieldcert.badge.verification.Report;

/** Where anybody hands in a badge, and what comes back. */
public final class VerifyPage {

    private VerifyPage() {}

    public static String form() {
        return Html.page("Verify a badge", "<h1>Verify a badge</h1>\n" + introduction() + fields());
    }

    /** @param problem why nothing was verified, as a sentence */
    public static String form(String problem) {
        return Html.page(
                "Verify a badge",
                "<h1>Verify a badge</h1>\n<p class=\"banner old\" role=\"alert\">" + text(problem) + "</p>\n"
                        + introduction() + fields());
    }

    public static String result(Report report) {
        StringBuilder page = new StringBuilder("<h1>").append(headline(report)).append("</h1>\n");
        page.append(grading(report));
        report.claims().ifPresent(claims -> page.append(claims(claims)));
        page.append("<h2>Each check</h2>\n<ul class=\"checks\">\n");
        for (Check check : report.checks()) {
            page.append("<li class=\"%s\"><strong><span aria-hidden=\"true\">%s</span> %s: %s.</strong> %s</li>\n"
                    .formatted(
                            look(check.outcome()),
                            sign(check.outcome()),
                            text(check.subject().title()),
                            word(check.outcome()),
                            text(check.words())));
        }
        page.append("</ul>\n<h2>Verify another</h2>\n").append(fields());
        return Html.page(headline(report), page.toString());
    }

    private static String headline(Report report) {
        return switch (report.grading()) {
            case VALID -> "This badge is valid";
            case VALID_AS_FAR_AS_CHECKED -> "This badge is sound, as far as can be checked here";
            case UNKNOWN -> "This badge could not be verified";
            case NOT_VALID -> "This badge is not valid";
        };
    }

    private static String grading(Report report) {
        return switch (report.grading()) {
            case VALID -> "<p class=\"banner good\">Signed, in date, not revoked, and issued here.</p>\n";
            case VALID_AS_FAR_AS_CHECKED ->
                "<p class=\"banner old\">Nothing is wrong with it. What is marked as not checked below, only its issuer can"
                        + " say.</p>\n";
            case UNKNOWN ->
                "<p class=\"banner old\">Nothing wrong was found, but its signature could not be checked, so nothing it says"
                        + " is proved.</p>\n";
            case NOT_VALID -> "<p class=\"banner bad\">Do not rely on it. The reason is below.</p>\n";
        };
    }

    private static String claims(Report.Claims claims) {
        StringBuilder list = new StringBuilder("<h2>What it says about itself</h2>\n<dl>\n");
        entry(list, "Badge", claims.badge());
        entry(list, "Certifies", claims.description());
        entry(list, "Issuer", claims.issuer());
        entry(list, "Valid from", claims.validFrom());
        entry(list, "Valid until", claims.validUntil());
        entry(list, "Identifier", claims.id());
        return list.append("</dl>\n").toString();
    }

    private static void entry(StringBuilder list, String name, String value) {
        if (!value.isBlank()) {
            String shown = value.length() > 500 ? value.substring(0, 500) + "…" : value;
            list.append("<dt>")
                    .append(name)
                    .append("</dt><dd>")
                    .append(text(shown))
                    .append("</dd>\n");
        }
    }

    private static String introduction() {
        return """
                <p>Any Open Badge 3.0, from any issuer: a picture with a badge in it, a credential as JSON, or a signed token.\
                 What you hand in is looked at and forgotten. Nothing is fetched from elsewhere; what only the issuer could\
                 say is named as not checked.</p>
                """;
    }

    private static String fields() {
        return """
                <form method="post" action="/badges/verify" enctype="multipart/form-data">
                <label for="file">A file: PNG, SVG, JSON or JWT, up to 1 MB</label>
                <input id="file" name="file" type="file">
                <label for="text">or its text</label>
                <textarea id="text" name="text" rows="6" spellcheck="false" autocomplete="off"></textarea>
                <label for="email">Its holder’s e-mail address, if you want it compared</label>
                <input id="email" name="email" type="email" autocomplete="off">
                <button type="submit">Verify</button>
                </form>
                """;
    }

    private static String look(Check.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "good";
            case FAILED -> "bad";
            case NOT_CHECKED -> "open";
        };
    }

    private static String sign(Check.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "✓";
            case FAILED -> "✕";
            case NOT_CHECKED -> "–";
        };
    }

    private static String word(Check.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case NOT_CHECKED -> "not checked";
        };
    }
}
