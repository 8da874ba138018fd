package dev.fieldcert.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AwardTest {

    private static final Standing.Revoked REVOKED = new Standing.Revoked(Badges.EARNED, "mistake");

    @Test
    void theStrongestReasonNotToRelyOnItIsTheStanding() {
        Award award = Badges.award();

        assertThat(Standing.of(award, Optional.empty(), Optional.empty(), Badges.NOW))
                .isEqualTo(new Standing.Valid(Optional.of(Badges.UNTIL)));
        assertThat(Standing.of(award, Optional.empty(), Optional.empty(), Badges.UNTIL))
                .isEqualTo(new Standing.Expired(Badges.UNTIL));
        assertThat(Standing.of(award, Optional.empty(), Optional.of("aw-2"), Badges.UNTIL))
                .isEqualTo(new Standing.Superseded("aw-2"));
        assertThat(Standing.of(award, Optional.of(REVOKED), Optional.of("aw-2"), Badges.UNTIL))
                .isEqualTo(REVOKED);
    }

    @Test
    void howLongItTookIsFromEnrollmentToBadge() {
        assertThat(Badges.award().took()).isEqualTo(Duration.parse("PT338H15M30S"));
    }

    /** The hash was computed with: printf 'soren@example.comc2FsdHk' | sha256sum */
    @Test
    void anAddressIsRecognizedByItsSaltedHashWhateverItsCase() {
        Recipient recipient = Badges.award().recipient();

        assertThat(recipient.emailHash())
                .isEqualTo("sha256$9ba1a015d3ef2db8340c439d221b15c7ed4b1e98c1463dc70d53e37f51c745f6");
        assertThat(recipient.isAt("SOREN@example.com ")).isTrue();
        assertThat(recipient.isAt("other@example.com")).isFalse();
        assertThat(Recipient.of(UUID.randomUUID(), "soren@example.com", "other", Optional.empty())
                        .emailHash())
                .isNotEqualTo(recipient.emailHash());
    }

    @Test
    void anIdThatDoesNotFitAnAddressIsRefused() {
        Award award = Badges.award();

        for (String id : new String[] {"", "a/b", "../x", "a b", "ä"}) {
            assertThatThrownBy(() -> new Award(
                            id,
                            award.badgeId(),
                            award.recipient(),
                            Instant.EPOCH,
                            Instant.EPOCH,
                            award.score(),
                            "v",
                            award.evidence(),
                            Optional.empty(),
                            0,
                            Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
