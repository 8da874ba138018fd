package dev.fieldcert.web;

import static dev.fieldcert.web.Html.text;

import dev.fieldcert.badge.Award;
import dev.fieldcert.badge.Evidence;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.credential.OpenBadge;
import dev.fieldcert.badge.picture.BadgePicture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One badge, for a stranger who followed its link. */
public final class BadgePage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private BadgePage() {}

    public static String render(PublicBadge shown) {
        String base = "/badges/" + shown.award().id();
        StringBuilder page = new StringBuilder();
        page.append("""
                <header class="badge">
                <img class="picture" src="%s/picture.svg" width="256" height="256" alt="%s">
                <div>
                <p class="over">%s</p>
                <h1>%s</h1>
                """.formatted(
                        base,
                        text(BadgePicture.altText(shown.badge(), shown.program())),
                        text(shown.program()),
                        text(shown.badge().name())));
        page.append(standing(shown.standing()));
        page.append("<p>").append(holder(shown)).append("</p>\n</div>\n</header>\n");
        page.append("<h2>What it certifies</h2>\n<p>")
                .append(text(shown.badge().description()))
                .append("</p>\n<p>")
                .append(text(shown.badge().criteria()))
                .append("</p>\n");
        page.append(alignments(shown));
        page.append(evidence(shown.award()));
        page.append(proof(shown));
        page.append("""
                <h2>Take it along</h2>
                <ul>
                <li><a href="%1$s/badge.png">Picture with the credential in it (PNG)</a></li>
                <li><a href="%1$s/badge.svg">Picture with the credential in it (SVG)</a></li>
                <li><a href="%1$s/credential.json">Credential (JSON)</a></li>
                <li><a href="%1$s/credential.jwt">Credential (signed token)</a></li>
                <li><a href="%1$s/certificate.pdf">Certificate to print (PDF)</a></li>
                """.formatted(base));
        if (shown.standing() instanceof Standing.Valid) {
            LinkedInLink.of(shown)
                    .ifPresent(link -> page.append("<li><a rel=\"noopener noreferrer\" href=\"")
                            .append(text(link))
                            .append("\">If it is yours: add it to your LinkedIn profile</a></li>\n"));
        }
        page.append("</ul>\n<p><a href=\"/badges/verify\">Verify another badge</a></p>\n");
        return Html.page(shown.badge().name() + " · " + shown.program(), page.toString());
    }

    private static String standing(Standing standing) {
        if (standing instanceof Standing.Revoked revoked) {
            return banner("bad", "✕", "Revoked on " + day(revoked.at()) + ".", "Reason: " + revoked.reason());
        }
        if (standing instanceof Standing.Superseded superseded) {
            return "<p class=\"banner old\"><strong><span aria-hidden=\"true\">↻</span> Renewed.</strong> This badge was"
                    + " renewed; <a href=\"/badges/" + text(superseded.by()) + "\">the newer one</a> stands for it"
                    + " now.</p>\n";
        }
        if (standing instanceof Standing.Expired expired) {
            return banner("old", "!", "Expired on " + day(expired.since()) + ".", "It has not been renewed.");
        }
        return ((Standing.Valid) standing)
                .until()
                .map(until -> banner("good", "✓", "Valid until " + day(until) + ".", ""))
                .orElseGet(() -> banner("good", "✓", "Valid.", "It does not expire."));
    }

    private static String banner(String look, String sign, String command, String more) {
        return "<p class=\"banner %s\"><strong><span aria-hidden=\"true\">%s</span> %s</strong> %s</p>\n"
                .formatted(look, sign, command, text(more));
    }

    private static String holder(PublicBadge shown) {
        String earned = " on " + day(shown.award().earnedAt()) + ", issued by <strong>"
                + text(shown.issuer().name()) + "</strong>";
        return shown.holder()
                .map(name -> "Earned by <strong>" + text(name) + "</strong>" + earned + ".")
                .orElse("Earned" + earned + ". Its holder has not asked to be named here.");
    }

    private static String alignments(PublicBadge shown) {
        if (shown.alignments().isEmpty()) {
            return "";
        }
        StringBuilder list = new StringBuilder("<h2>What it aligns to</h2>\n<ul>\n");
        shown.alignments()
                .forEach(line -> list.append("<li>").append(text(line)).append("</li>\n"));
        list.append("</ul>\n");
        if (shown.badge().inferred()) {
            list.append("<p class=\"over\">This is the program’s own reading; the frameworks’ owners have not published"
                    + " it.</p>\n");
        }
        return list.toString();
    }

    private static String evidence(Award award) {
        if (award.evidence().isEmpty()) {
            return "";
        }
        StringBuilder list = new StringBuilder("<h2>What it rests on</h2>\n<ul>\n");
        for (Evidence piece : award.evidence()) {
            list.append("<li>")
                    .append(text(piece.title()))
                    .append(": ")
                    .append(text(accepted(piece)))
                    .append("</li>\n");
        }
        return list.append("</ul>\n").toString();
    }

    private static String accepted(Evidence piece) {
        if (piece instanceof Evidence.CheckPassed check) {
            return "passed on " + day(check.date()) + " with " + OpenBadge.percent(check.score()) + " %";
        }
        return (piece instanceof Evidence.AssignmentApproved ? "looked at and approved on " : "earned on ")
                + day(piece.date());
    }

    private static String proof(PublicBadge shown) {
        return """
                <h2>How it is verified</h2>
                <p>It is an Open Badge 3.0, digitally signed by %s. This page shows what the issuer knows today. You need not\
                 take its word for it: download the badge below and hand it to any verifier of Open Badges, or to\
                 <a href="/badges/verify">ours</a>. The issuer’s keys are in its <a href="/badges/issuer">profile</a> and its\
                 <a href="/badges/jwks.json">key set</a>.</p>
                <p>Verification code: <code>%s</code></p>
                """.formatted(text(shown.issuer().name()), text(shown.award().id()));
    }

    private static String day(Instant moment) {
        return DAY.format(moment.atOffset(ZoneOffset.UTC));
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }
}
