package dev.fieldcert.web;

import dev.fieldcert.badge.Evidence;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.credential.OpenBadge;
import dev.fieldcert.badge.picture.BadgePicture;
import dev.fieldcert.badge.records.LinkedInLink;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Dates;
import dev.fieldcert.curriculum.Percent;
import dev.fieldcert.curriculum.Program;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One badge, for a visitor who followed its link. */
public final class BadgePage {

    private BadgePage() {}

    /** The badge's status as the style, icon and words of a banner. */
    private record Banner(String look, String sign, String words, String more) {}

    /**
     * What chats and social networks show as the preview of a link to the page.
     *
     * @param url null if there is no public address; so is {@code image}
     */
    private record Preview(String title, String description, String url, String image, String imageText) {}

    private static Preview preview(PublicBadge shown) {
        String id = shown.award().id();
        String title = shown.holder().map(holder -> holder + ": ").orElse("")
                + shown.badge().name();
        Optional<String> page = shown.issuer().page(id);
        return new Preview(
                title,
                shown.badge().description(),
                page.orElse(null),
                page.map(here -> shown.issuer().pictureOf(id, "png")).orElse(null),
                BadgePicture.altText(shown.badge(), shown.program()));
    }

    public static String render(PublicBadge shown) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("base", "/badges/" + shown.award().id());
        facts.put("altText", BadgePicture.altText(shown.badge(), shown.program()));
        facts.put("program", shown.program());
        facts.put("name", shown.badge().name());
        facts.put("banner", banner(shown.standing(), shown.zone()));
        facts.put("newer", shown.standing() instanceof Standing.Superseded superseded ? superseded.by() : null);
        facts.put("holder", shown.holder().orElse(null));
        facts.put("earnedOn", day(shown.award().earnedAt(), shown.zone()));
        facts.put("issuer", shown.issuer().name());
        facts.put("description", shown.badge().description());
        facts.put("criteria", shown.badge().criteria());
        facts.put("alignments", shown.alignments());
        facts.put("inferred", shown.badge().inferred());
        facts.put(
                "evidence",
                shown.award().evidence().stream()
                        .flatMap(piece -> lines(piece, shown.holder().isPresent()))
                        .toList());
        facts.put("code", shown.award().id());
        facts.put(
                "linkedIn",
                shown.standing() instanceof Standing.Valid
                        ? LinkedInLink.of(shown.award(), shown.badge(), shown.issuer(), shown.zone())
                                .orElse(null)
                        : null);
        facts.put("preview", preview(shown));
        return Pages.render("badge", facts);
    }

    /** The page at the achievement's id, which describes what the badge certifies, whoever holds it. */
    static String definition(BadgeDefinition badge, Program program) {
        return Pages.render(
                "definition",
                Map.of(
                        "id", badge.id(),
                        "altText", BadgePicture.altText(badge, program.title()),
                        "program", program.title(),
                        "name", badge.name(),
                        "description", badge.description(),
                        "criteria", badge.criteria()));
    }

    /** Returns null for a superseded badge; the page then shows which badge replaced it. */
    private static Banner banner(Standing standing, ZoneId zone) {
        if (standing instanceof Standing.Superseded) {
            return null;
        }
        if (standing instanceof Standing.Revoked revoked) {
            return new Banner("bad", "✕", "Revoked on " + day(revoked.at(), zone) + ".", "Reason: " + revoked.reason());
        }
        if (standing instanceof Standing.Expired expired) {
            return new Banner("old", "!", "Expired on " + day(expired.since(), zone) + ".", "It hasn’t been renewed.");
        }
        return ((Standing.Valid) standing)
                .until()
                .map(until -> new Banner("good", "✓", "Valid until " + day(until, zone) + ".", ""))
                .orElseGet(() -> new Banner("good", "✓", "Valid.", "It doesn’t expire."));
    }

    /** Scores are shown only if the page names the holder. */
    private static Stream<String> lines(Evidence piece, boolean withScore) {
        Stream<String> objectives = piece instanceof Evidence.ObjectivesShown shown
                ? shown.objectives().stream()
                        .map(objective -> objective.title() + (withScore ? ": " + OpenBadge.how(objective) : ""))
                : Stream.of();
        return Stream.concat(Stream.of(piece.title() + ": " + accepted(piece, withScore)), objectives);
    }

    private static String accepted(Evidence piece, boolean withScore) {
        if (piece instanceof Evidence.CheckPassed check) {
            return "passed on " + day(check.date())
                    + (withScore ? " with a score of " + Percent.of(check.score()) + "%" : "");
        }
        if (piece instanceof Evidence.ObjectivesShown shown) {
            return "each objective passed on its own ("
                    + shown.rule().written() + " questions right), the last on " + day(shown.date())
                    + OpenBadge.keptUp(shown).map(words -> ". " + words).orElse("");
        }
        return (piece instanceof Evidence.AssignmentApproved ? "reviewed and approved on " : "earned on ")
                + day(piece.date());
    }

    private static String day(Instant moment, ZoneId zone) {
        return Dates.date(LocalDate.ofInstant(moment, zone));
    }

    private static String day(LocalDate date) {
        return Dates.date(date);
    }
}
