package dev.fieldcert.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.badge.Award;
import dev.fieldcert.badge.Badges;
import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.credential.PublishedKeys;
import dev.fieldcert.badge.verification.BadgeVerifier;
import dev.fieldcert.badge.verification.OwnBadges;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublicPagesTest {

    private static final String NASTY = "<script>alert(1)</script>\"'&";

    @Test
    void aValidBadgeShowsWhatItCertifiesAndCanGoOnAProfile() {
        String page =
                BadgePage.render(shown(new Standing.Valid(Optional.of(Badges.UNTIL)), Optional.of("Søren Łukasz")));

        assertThat(page)
                .contains("Territory Planning")
                .contains("Søren Łukasz")
                .contains("Valid until March 2, 2027.")
                .contains("issued by <strong>Example Field Certification</strong>")
                .contains("Mapped by the program’s authors")
                .contains("Plans a territory and keeps the plan alive.")
                .contains("passed on March 2, 2026 with a score of 92.5%")
                .contains("alt=\"Course badge of Field Certification: Territory Planning, level 101, round\"")
                .contains("/badges/aw-7Qk2mP0x/badge.png")
                .contains("organizationName=Example+Field+Certification")
                .contains("certUrl=https%3A%2F%2Fbadges.example.com%2Fbadges%2Faw-7Qk2mP0x");
    }

    @Test
    void aLinkToItShowsItsPictureAndWhatItCertifies() {
        String page = BadgePage.render(shown(new Standing.Valid(Optional.empty()), Optional.of("Søren Łukasz")));

        assertThat(page)
                .contains("property=\"og:title\" content=\"Søren Łukasz: Territory Planning\"")
                .contains("name=\"description\" content=\"Plans a territory and keeps the plan alive.\"")
                .contains("og:url\" content=\"https://badges.example.com/badges/aw-7Qk2mP0x\"")
                .contains("og:image\" content=\"https://badges.example.com/badges/aw-7Qk2mP0x/picture.png\"");
    }

    @Test
    void datesAreTheHoldersOwn() {
        Instant evening = Instant.parse("2027-05-01T20:00:00Z");

        assertThat(BadgePage.render(shown(new Standing.Valid(Optional.of(evening)), Optional.empty())))
                .contains("Valid until May 2, 2027.");
    }

    @Test
    void aHolderWhoDoesNotWantToBeNamedIsNot() {
        String page = BadgePage.render(shown(new Standing.Valid(Optional.empty()), Optional.empty()));

        assertThat(page).doesNotContain("Søren").contains("named here only if they choose to be");
    }

    @Test
    void aBadgeThatNoLongerHoldsSaysWhyAndCannotGoOnAProfile() {
        String revoked = BadgePage.render(
                shown(new Standing.Revoked(Instant.parse("2026-05-01T00:00:00Z"), NASTY), Optional.empty()));
        String expired = BadgePage.render(shown(new Standing.Expired(Badges.UNTIL), Optional.empty()));
        String superseded = BadgePage.render(shown(new Standing.Superseded("aw-next"), Optional.empty()));

        assertThat(revoked)
                .contains("Revoked on May 1, 2026.")
                .contains("Reason: &lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
        assertThat(expired).contains("Expired on March 2, 2027");
        assertThat(superseded).contains("href=\"/badges/aw-next\"");
        assertThat(List.of(revoked, expired, superseded)).noneMatch(page -> page.contains("linkedin"));
    }

    @Test
    void whatPeopleWroteNeverBecomesMarkup() {
        Award award = Badges.award();
        var badge = Badges.badge(dev.fieldcert.curriculum.BadgeDefinition.Kind.COURSE, 101, NASTY);
        String page = BadgePage.render(new PublicBadge(
                award,
                badge,
                NASTY,
                new Issuer(NASTY, UUID.randomUUID(), Optional.empty(), Optional.empty()),
                new Standing.Valid(Optional.empty()),
                Optional.of(NASTY),
                ZoneOffset.UTC,
                List.of(NASTY)));
        BadgeVerifier verifier = new BadgeVerifier(new OwnBadges(Badges.ISSUER, PublishedKeys.NONE, Optional.empty()));
        String result = VerifyPage.result(verifier.verify(
                ("{\"id\":\"" + NASTY.replace("\"", "\\\"")
                                + "\",\"issuer\":{\"name\":\"<script>\"},\"validFrom\":\"<script>\","
                                + "\"@context\":[\"https://www.w3.org/ns/credentials/v2\",\"<script>\"]}")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Badges.NOW));

        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(result).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void everyPageIsForPeopleOnlyAndRunsNothing() {
        for (String page : List.of(
                VerifyPage.form(),
                NoticePage.notFound(),
                NoticePage.failed(),
                NoticePage.refused(),
                NoticePage.tooManyRequests(Duration.ofMillis(1500)),
                BadgePage.render(shown(new Standing.Valid(Optional.empty()), Optional.empty())))) {
            assertThat(page)
                    .contains("<meta name=\"robots\" content=\"noindex, nofollow\">")
                    .contains("<html lang=\"en\">")
                    .contains("width=device-width")
                    .doesNotContain("<script")
                    .doesNotContain(" style=")
                    .doesNotContain(" onclick");
            assertThat(page.split("<h1", -1)).hasSize(2);
        }
    }

    @Test
    void waitingTimeIsRoundedUpSoThatNobodyComesTooEarly() {
        assertThat(NoticePage.tooManyRequests(Duration.ofMillis(1500))).contains("in 2 seconds");
        assertThat(NoticePage.tooManyRequests(Duration.ofMillis(1))).contains("in 1 second.");
    }

    private static PublicBadge shown(Standing standing, Optional<String> holder) {
        return new PublicBadge(
                Badges.award(),
                Badges.TERRITORY,
                "Field Certification",
                Badges.ISSUER,
                standing,
                holder,
                ZoneId.of("Asia/Tokyo"),
                List.of("Account Planning: Writes a plan for each named account (inferred)"));
    }
}
