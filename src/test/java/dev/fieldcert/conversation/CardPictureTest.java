package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.local.workspace.webapi.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A card's picture: shown where Slack shows it, said in words where not. */
class CardPictureTest {

    private static final String ALTERNATIVE = "The DevOps life cycle, a loop of seven stages";

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.onItsOwn();

    @Test
    void aCardShowsItsPictureWithItsTextAlternative() {
        Person ada = FIELD_CERT.hires("ada");

        ada.types("/cert enroll applying-devops").goesToTheBot();

        assertThat(ada.sees()).contains("DevOps is a way of working", "[picture: " + ALTERNATIVE);
    }

    @Test
    void whatSlackDoesNotShowIsSaidInWords() {
        // The next test begins earlier, and so in no pause after this refusal.
        FIELD_CERT.clock().advance(Duration.ofDays(7));
        Person mei = FIELD_CERT.hires("mei");
        mei.types("/cert enroll applying-devops").goesToTheBot().clicks("Next");
        FIELD_CERT.workspace().faults().next("chat.update", 2, new Fault.Refusal("invalid_blocks"));

        mei.clicks("Back");

        assertThat(mei.sees())
                .contains("DevOps is a way of working", "Picture:_ " + ALTERNATIVE, "[Next]")
                .doesNotContain("[picture:");
    }

    @Test
    void sourcesAreShownWhenSomebodyAsksForThem() {
        Person ida = FIELD_CERT.hires("ida");
        ida.types("/cert enroll customer-journey").goesToTheBot();
        assertThat(ida.sees()).doesNotContain("Customer Success Vision");

        ida.clicks("Sources");

        assertThat(ida.sees())
                .contains(
                        "*Sources* · Describe sales activities",
                        "Customer Success Vision",
                        "names the customer kickoff");
    }
}
