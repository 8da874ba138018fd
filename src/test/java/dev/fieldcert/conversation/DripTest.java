package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.ChangePreferences;
import dev.fieldcert.learner.EnrolLearner;
import dev.fieldcert.local.workspace.Fault;
import dev.fieldcert.slack.OwedDelivery;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What the bot says on its own initiative, and when. The bot's Monday is 2 November 2026, 10:00 in Berlin. */
class DripTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final Person ada = FIELD_CERT.hires("ada");

    private void enrol(String target, LocalDate due) {
        var enrolled = FIELD_CERT.bean(EnrolLearner.class).enrol(ada.id(), target, "U0ADMIN", due);
        FIELD_CERT.bean(OwedDelivery.class).deliver(enrolled);
        ada.types("status").goesToTheBot();
        FIELD_CERT.settle();
    }

    private List<String> contacts() {
        return ada.seesMessages().stream()
                .filter(message -> message.startsWith("*Next:*")
                        || message.startsWith("*Still open:*")
                        || message.startsWith("*Two minutes would do it:*")
                        || message.startsWith("*One last time")
                        || message.startsWith("*I'll wait.*")
                        || message.startsWith("*Continue, pause, or stop?*"))
                .toList();
    }

    /** Days pass, looked at every hour. */
    private void days(int days) {
        for (int hour = 0; hour < days * 24; hour++) {
            FIELD_CERT.later(Duration.ofHours(1));
        }
    }

    @Test
    void aSilentLearnerHearsOncePerWorkingDayThreeRemindersAndThenThatTheBotWaits() {
        enrol("applying-devops", null);

        days(10);

        assertThat(contacts()).hasSize(5).satisfies(all -> {
            assertThat(all.get(0)).startsWith("*Next:* the lesson “Apply DevOps concepts and terms”");
            assertThat(all.get(1)).startsWith("*Still open:*");
            assertThat(all.get(2)).startsWith("*Two minutes would do it:*");
            assertThat(all.get(3)).startsWith("*One last time from me:*");
            assertThat(all.get(4)).startsWith("*I'll wait.*");
        });
    }

    @Test
    void aPausedLearnerHearsNothing() {
        enrol("applying-devops", null);
        FIELD_CERT
                .bean(ChangePreferences.class)
                .change(ada.id(), preferences -> preferences.pausedUntil(LocalDate.of(2026, 12, 1)));

        days(7);

        assertThat(contacts()).isEmpty();
    }

    @Test
    void theReasonIsKept() {
        enrol("applying-devops", null);

        days(2);

        assertThat(FIELD_CERT.learner(ada).contact().sentWhy()).isNotBlank();
        assertThat(FIELD_CERT.learner(ada).contact().why()).isNotBlank();
    }

    @Test
    void anEnrolmentAtNightWaitsForTheMorning() {
        FIELD_CERT.clock().moveTo("2026-11-02T22:00:00Z");
        enrol("applying-devops", LocalDate.of(2026, 12, 1));
        assertThat(ada.seesMessages()).noneMatch(message -> message.contains("You are enrolled"));

        days(1);

        assertThat(ada.seesMessages()).anyMatch(message -> message.contains("You are enrolled: Applying DevOps"));
    }

    @Test
    void anAccountThatIsGoneWhenTheContactGoesOutIsLeftAloneAndKeepsItsProgress() {
        enrol("applying-devops", null);
        FIELD_CERT.workspace().faults().always("chat.postMessage", new Fault.Refusal("account_inactive"));

        days(3);

        assertThat(FIELD_CERT.learner(ada).profile().deactivated()).isTrue();
        assertThat(FIELD_CERT.learner(ada).nextContactAt()).isEmpty();
        assertThat(FIELD_CERT.learner(ada).course("applying-devops")).isPresent();
        assertThat(contacts()).isEmpty();
    }

    @Test
    void aDmTheBotMayNotWriteToCostsNoProgress() {
        enrol("applying-devops", null);
        FIELD_CERT.workspace().faults().always("chat.postMessage", new Fault.Refusal("messages_tab_disabled"));

        days(2);
        FIELD_CERT.workspace().faults().clear();

        assertThat(FIELD_CERT.learner(ada).course("applying-devops")).isPresent();
        ada.types("next");
        assertThat(ada.sees()).contains("card 1 of");
    }

    @Test
    void theQueryForWhoIsDueIsCoveredByADeclaredIndex() {
        var indexes = FIELD_CERT.bean(MongoTemplate.class).indexOps("learners").getIndexInfo();

        assertThat(indexes)
                .anySatisfy(index -> assertThat(index.getIndexFields())
                        .singleElement()
                        .satisfies(field -> {
                            assertThat(field.getKey()).isEqualTo("nextContactAt");
                            assertThat(field.getDirection()).isEqualTo(Sort.Direction.ASC);
                        }));
    }
}
