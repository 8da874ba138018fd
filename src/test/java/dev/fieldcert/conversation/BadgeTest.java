package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.badge.verification.BadgeVerifier;
import dev.fieldcert.learner.preferences.ChangePreferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a badge is to its holder, and to the team. */
class BadgeTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final Scholar ada = FIELD_CERT.scholar("ada");

    private void earn() {
        ada.person().types("/cert enroll use-case-ci").goesToTheBot();
        ada.person().types("next").clicks("Take the knowledge check");
        ada.finishes(true);
    }

    @Test
    void theKnowledgeCheckAloneEarnsAUseCasesBadge() {
        earn();

        assertThat(ada.person().seesMessages()).anyMatch(message -> message.contains("You earned a badge"));
        assertThat(FIELD_CERT.announcementsAbout(ada.person())).hasSize(1);
    }

    @Test
    void theAnnouncementShowsThePictureAndCountsEachCongratulationOnce() {
        earn();
        Person mei = FIELD_CERT.hires("mei");
        FIELD_CERT.workspace().channel("field-certification").invites(mei.client());
        mei.goesTo(FIELD_CERT.workspace().channel("field-certification"));

        mei.clicks("Congratulate").clicks("Congratulate");

        JsonObject announcement = FIELD_CERT.workspace().channel("field-certification").messages().stream()
                .filter(message -> message.toString().contains(ada.id()))
                .findFirst()
                .orElseThrow();
        assertThat(announcement.toString()).contains("\"type\":\"image\"", "alt_text", "👏 1 – <@" + mei.id() + ">");
    }

    @Test
    void theHolderTakesSignedFilesAlongAndNobodyElseDoes() {
        earn();
        Button button = ada.person().button("Download");
        ada.person().click(button);

        assertThat(ada.person().seesMessages())
                .anyMatch(message -> message.contains("[file use-case-ci-101.png]"))
                .anyMatch(message -> message.contains("[file use-case-ci-101.json]"))
                .anyMatch(message -> message.contains("[file use-case-ci-101.pdf]"));
    }

    @Test
    void whatWasSignedVerifies() {
        earn();
        var given = FIELD_CERT.bean(Awards.class).of(ada.id()).get(0);

        var report = FIELD_CERT
                .bean(BadgeVerifier.class)
                .verify(given.issued().png(), FIELD_CERT.clock().instant());

        assertThat(report.toString()).doesNotContain("FAILED");
    }

    @Test
    void whoDoesNotWantToBeAnnouncedIsNot() {
        ada.person().types("/cert enroll use-case-ci").goesToTheBot();
        FIELD_CERT.bean(ChangePreferences.class).change(ada.id(), preferences -> preferences.badges(false, false));
        ada.person().types("next").clicks("Take the knowledge check");

        ada.finishes(true);

        assertThat(ada.person().seesMessages()).anyMatch(message -> message.contains("You earned a badge"));
        assertThat(FIELD_CERT.announcementsAbout(ada.person())).isEmpty();
    }
}
