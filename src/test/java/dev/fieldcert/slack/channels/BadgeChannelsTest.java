package dev.fieldcert.slack.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.conversation.FieldCert;
import dev.fieldcert.conversation.Person;
import dev.fieldcert.conversation.Scholar;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.profile.ChooseCohort;
import dev.fieldcert.local.workspace.client.Channel;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.channels.Channels.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a badge is announced: its cohort's channel, else its path's, else the one for all. */
class BadgeChannelsTest {

    private static final String BADGE = "use-case-ci-101";

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final Channels channels = FIELD_CERT.bean(Channels.class);
    private final Person ada = FIELD_CERT.hires("ada");

    private String announcedIn(String badge) {
        return channels.badges(FIELD_CERT.bean(Learners.class).find(ada.id()).orElseThrow(), badge);
    }

    private void isIn(String target) {
        var enrolled = FIELD_CERT.bean(EnrollLearner.class).enroll(ada.id(), target, ada.id(), null);
        FIELD_CERT.bean(OutboxRelay.class).deliver(enrolled);
    }

    @Test
    void theCohortComesBeforeThePathAndThePathBeforeAll() {
        isIn("use-cases");
        FIELD_CERT.bean(ChooseCohort.class).choose(ada.id(), "spring", "U0BOSS", "", true);
        String configured =
                FIELD_CERT.workspace().channel("field-certification").id();
        assertThat(announcedIn(BADGE)).isEqualTo(configured);

        channels.choose(Purpose.BADGES, "C0ALL", "U0BOSS");
        assertThat(announcedIn(BADGE)).isEqualTo("C0ALL");
        channels.choose(Purpose.badgesOfPath("use-cases"), "C0PATH", "U0BOSS");
        assertThat(announcedIn(BADGE)).isEqualTo("C0PATH");
        channels.choose(Purpose.badgesOfCohort("spring"), "C0SPRING", "U0BOSS");
        assertThat(announcedIn(BADGE)).isEqualTo("C0SPRING");

        channels.forgetChoice(Purpose.badgesOfCohort("spring"));
        channels.forgetChoice(Purpose.badgesOfPath("use-cases"));
        channels.forgetChoice(Purpose.BADGES);
        assertThat(announcedIn(BADGE)).isEqualTo(configured);
    }

    @Test
    void aPathsChannelHearsItsOwnBadgesOnly() {
        channels.choose(Purpose.badgesOfPath("use-cases"), "C0PATH", "U0BOSS");
        channels.choose(Purpose.BADGES, "C0ALL", "U0BOSS");
        isIn("use-case-ci");
        assertThat(announcedIn(BADGE)).as("whoever takes the course alone").isEqualTo("C0ALL");

        isIn("use-cases");

        assertThat(announcedIn(BADGE)).isEqualTo("C0PATH");
        assertThat(announcedIn("pipeline-certificate")).isEqualTo("C0ALL");
    }

    @Test
    void aBadgeIsReallySaidInThePathsChannel() {
        Channel wins = FIELD_CERT.workspace().channel("use-case-wins").invitesTheBot();
        channels.choose(Purpose.badgesOfPath("use-cases"), wins.id(), "U0BOSS");
        isIn("use-cases");
        Scholar scholar = FIELD_CERT.scholar(ada);
        ada.goesToTheBot().types("next").clicks("Take the knowledge check");

        scholar.finishes(true);

        assertThat(wins.messages()).anyMatch(message -> message.toString().contains(ada.id()));
        assertThat(FIELD_CERT.announcementsAbout(ada)).isEmpty();
    }
}
