package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.badge.records.GivenBadge;
import dev.fieldcert.badge.verification.BadgeVerifier;
import dev.fieldcert.local.workspace.state.PersonSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A path's certificate stands on its courses' badges: it ends with the first of them, and is renewed with them. */
class CertificateLifeTest {

    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final Instant KNOWN_ENDS = Instant.parse("2027-11-02T09:00:00Z");
    private static final Instant FAMILIAR_ENDS = KNOWN_ENDS.plus(A_MONTH);

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.teachingTheSmallProgram();

    private final Scholar ada = FIELD_CERT.scholar("ada");
    private final Person linus = FIELD_CERT.hires(PersonSpec.named("linus").asAdmin());

    @BeforeEach
    void oneBadgeAMonth() {
        ada.person().goesToTheBot();
        earn("known");
        FIELD_CERT.clock().advance(A_MONTH);
        earn("familiar");
    }

    private void earn(String course) {
        ada.person().types("enroll " + course).clicks("Take the knowledge check");
        ada.finishes(true);
    }

    private void renew(String course) {
        ada.person().types("status " + course).clicks("What’s next?");
        ada.passesTheCheck();
    }

    private static void on(String moment) {
        FIELD_CERT.clock().moveTo(moment);
        FIELD_CERT.calendar();
    }

    private void revoke(String badge) {
        linus.types("/cert-admin revoke @"
                + FIELD_CERT.learner(ada.person()).profile().email().replace("@example.com", "") + " " + badge
                + " Earned by somebody else");
        linus.clicks("Revoke");
        assertThat(linus.sees()).contains("Revoked");
    }

    /** The newest first. */
    private List<GivenBadge> certificates() {
        return FIELD_CERT.bean(Awards.class).of(ada.id()).stream()
                .filter(given -> given.badge().id().equals("basics-certificate"))
                .toList();
    }

    private long heard(String words) {
        return ada.person().seesMessages().stream()
                .filter(message -> message.contains(words))
                .count();
    }

    @Test
    void itEndsWithTheFirstOfItsCoursesBadges() {
        assertThat(certificates()).hasSize(1);
        assertThat(certificates().get(0).standing()).isEqualTo(new Standing.Valid(Optional.of(KNOWN_ENDS)));

        FIELD_CERT.clock().moveTo(KNOWN_ENDS.toString());

        assertThat(certificates().get(0).standing()).isEqualTo(new Standing.Expired(KNOWN_ENDS));
        ada.person().types("status");
        assertThat(ada.person().sees()).contains("certificate lapsed on November 2, 2027");
    }

    @Test
    void renewingTheBadgeThatEndsFirstRenewsItWithANewCredential() {
        on("2027-10-04T09:00:00Z");
        renew("known");

        assertThat(certificates()).hasSize(2);
        GivenBadge renewed = certificates().get(0);
        GivenBadge old = certificates().get(1);
        assertThat(renewed.award().validUntil()).contains(FAMILIAR_ENDS);
        assertThat(renewed.award().supersedes()).contains(old.award().id());
        assertThat(old.standing())
                .isEqualTo(new Standing.Superseded(renewed.award().id()));
        assertThat(FIELD_CERT
                        .bean(BadgeVerifier.class)
                        .verify(renewed.issued().png(), FIELD_CERT.clock().instant())
                        .toString())
                .doesNotContain("FAILED");
        assertThat(heard("You renewed your badge: Known already")).isEqualTo(1);
        assertThat(heard("You renewed your certificate: The basics")).isEqualTo(1);
        assertThat(heard("You’re certified: The basics")).isEqualTo(1);
        assertThat(FIELD_CERT.announcementsAbout(ada.person()))
                .filteredOn(message -> message.contains("The basics"))
                .as("the team has heard of the certificate")
                .hasSize(1);
        ada.person().types("status");
        assertThat(ada.person().sees()).contains("🎓 certified");
    }

    @Test
    void renewingAnotherBadgeFirstLeavesItAsItIs() {
        on("2027-10-04T09:00:00Z");
        renew("familiar");

        assertThat(certificates()).hasSize(1);
    }

    @Test
    void onceLapsedItTakesEveryCoursesBadge() {
        on("2027-10-04T09:00:00Z");
        on("2027-12-20T09:00:00Z");
        renew("known");
        assertThat(certificates()).hasSize(1);
        assertThat(certificates().get(0).standing()).isInstanceOf(Standing.Expired.class);

        renew("familiar");

        assertThat(certificates()).hasSize(2);
        assertThat(certificates().get(0).standing()).isInstanceOf(Standing.Valid.class);
        assertThat(certificates().get(1).standing()).isInstanceOf(Standing.Superseded.class);
    }

    @Test
    void aCertificateThatWasTakenBackDoesNotComeAgainByItself() {
        revoke("basics-certificate");
        on("2027-10-04T09:00:00Z");
        renew("known");

        assertThat(certificates()).hasSize(1);
        assertThat(certificates().get(0).standing()).isInstanceOf(Standing.Revoked.class);
    }

    @Test
    void noCertificateIsRenewedOnABadgeThatWasTakenBack() {
        revoke("familiar-101");
        on("2027-10-04T09:00:00Z");
        renew("known");

        assertThat(certificates()).hasSize(1);
    }
}
