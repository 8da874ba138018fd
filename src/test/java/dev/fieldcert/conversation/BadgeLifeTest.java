package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.badge.Standing;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.badge.records.GivenBadge;
import dev.fieldcert.local.workspace.state.PersonSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of a badge after it was earned: it ends, is renewed, or is taken back. */
class BadgeLifeTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final Scholar ada = FIELD_CERT.scholar("ada");

    private void earn() {
        ada.person().types("/cert enroll use-case-ci").goesToTheBot();
        ada.person().types("next").clicks("Take the knowledge check");
        ada.finishes(true);
    }

    private String handle() {
        return FIELD_CERT.learner(ada.person()).profile().email().replace("@example.com", "");
    }

    private List<GivenBadge> badges() {
        return FIELD_CERT.bean(Awards.class).of(ada.id());
    }

    /** So many days pass, and the calendar is looked at. */
    private void days(int days) {
        FIELD_CERT.clock().advance(Duration.ofDays(days));
        FIELD_CERT.calendar();
        for (int hour = 0; hour < 24; hour++) {
            FIELD_CERT.later(Duration.ofHours(1));
        }
    }

    @Test
    void sixtyDaysBeforeItsEndTheCheckAloneIsOfferedAndPassingItRenewsTheBadge() {
        earn();
        days(364 - 60 + 3);
        assertThat(ada.person().seesMessages()).anyMatch(message -> message.contains("Pass the check to renew it"));

        ada.person().types("next").clicks("Start the check");
        ada.finishes(true);

        assertThat(badges()).hasSize(2);
        assertThat(badges().get(0).standing()).isInstanceOf(Standing.Valid.class);
        assertThat(badges().get(0).award().supersedes())
                .contains(badges().get(1).award().id());
        assertThat(badges().get(1).standing()).isInstanceOf(Standing.Superseded.class);
    }

    @Test
    void aBadgeNobodyRenewsEnds() {
        earn();

        days(367);

        assertThat(badges().get(0).standing()).isInstanceOf(Standing.Expired.class);
        ada.person().types("/cert badges");
        assertThat(ada.person().sees()).contains("expired");
    }

    @Test
    void anAdminTakesABadgeBackWithAReasonAndItsHolderHearsIt() {
        earn();
        Person linus = FIELD_CERT.hires(PersonSpec.named("linus").asAdmin());

        linus.types("/cert-admin revoke @" + handle() + " use-case-ci-101 The check was taken by somebody else")
                .goesToTheBot();
        assertThat(linus.sees()).contains("Revoke a badge of", "You can’t undo this");
        assertThat(badges().get(0).standing()).isInstanceOf(Standing.Valid.class);
        linus.clicks("Revoke");

        assertThat(linus.sees()).contains("Revoked");
        assertThat(badges().get(0).standing())
                .isEqualTo(new Standing.Revoked(FIELD_CERT.clock().instant(), "The check was taken by somebody else"));
        assertThat(ada.person().seesMessages()).anyMatch(message -> message.contains("was revoked"));
    }

    @Test
    void whyTheBotWroteOrDidNotAlwaysHasAnAnswer() {
        ada.person().types("/cert enroll use-case-ci").goesToTheBot();
        FIELD_CERT.later(Duration.ofMinutes(1));
        Person linus = FIELD_CERT.hires(PersonSpec.named("linus").asAdmin());

        linus.types("/cert-admin why @" + handle());

        assertThat(linus.sees()).contains("Why the bot did or didn’t", "Last decision: today", "Europe/Berlin");
        linus.types("/cert-admin contacts");
        assertThat(linus.sees()).contains("Due now", "Sending everything due within the hour takes");
    }
}
