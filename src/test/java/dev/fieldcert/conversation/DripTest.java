package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Profile;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.plan.Reason;
import dev.fieldcert.learner.preferences.ChangePreferences;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.learner.profile.UpdateProfile;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.outbox.OutboxRelay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What the bot says on its own initiative, and when. The bot's Monday is 2 November 2026, 10:00 in Berlin. */
class DripTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final Person ada = FIELD_CERT.hires("ada");

    private void enroll(String target, LocalDate due) {
        var enrolled = FIELD_CERT.bean(EnrollLearner.class).enroll(ada.id(), target, "U0ADMIN", due);
        FIELD_CERT.bean(OutboxRelay.class).deliver(enrolled);
        ada.types("status").goesToTheBot();
        FIELD_CERT.settle();
    }

    private List<String> contacts() {
        return ada.seesMessages().stream()
                .filter(message -> message.startsWith("*Next:*")
                        || message.startsWith("*Still open:*")
                        || message.startsWith("*A few minutes would do it:*")
                        || message.startsWith("*Last reminder")
                        || message.startsWith("*I’ll wait.*")
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
        enroll("applying-devops", null);

        days(10);

        assertThat(contacts()).hasSize(5).satisfies(all -> {
            assertThat(all.get(0)).startsWith("*Next:* the lesson “Apply DevOps concepts and terms”");
            assertThat(all.get(1)).startsWith("*Still open:*");
            assertThat(all.get(2)).startsWith("*A few minutes would do it:*");
            assertThat(all.get(3)).startsWith("*Last reminder from me:*");
            assertThat(all.get(4)).startsWith("*I’ll wait.*");
        });
    }

    @Test
    void aPausedLearnerHearsNothing() {
        enroll("applying-devops", null);
        FIELD_CERT
                .bean(ChangePreferences.class)
                .change(ada.id(), preferences -> preferences.pausedUntil(LocalDate.of(2026, 12, 1)));

        days(7);

        assertThat(contacts()).isEmpty();
    }

    @Test
    void theReasonIsKept() {
        enroll("applying-devops", null);

        days(2);

        assertThat(FIELD_CERT.learner(ada).contact().sent()).isNotNull();
        assertThat(FIELD_CERT.learner(ada).contact().decided()).isNotNull();
    }

    @Test
    void anEnrollmentAtNightWaitsForTheMorning() {
        FIELD_CERT.clock().moveTo("2026-11-02T22:00:00Z");
        enroll("applying-devops", LocalDate.of(2026, 12, 1));
        assertThat(ada.seesMessages()).noneMatch(message -> message.contains("You’re enrolled"));

        days(1);

        assertThat(ada.seesMessages()).anyMatch(message -> message.contains("You’re enrolled: Applying DevOps"));
    }

    @Test
    void anAccountThatIsGoneWhenTheContactGoesOutIsLeftAloneAndKeepsItsProgress() {
        enroll("applying-devops", null);
        ada.client().leavesUnnoticed();
        FIELD_CERT.workspace().faults().always("chat.postMessage", new Fault.Refusal("user_disabled"));

        days(3);

        assertThat(FIELD_CERT.learner(ada).profile().deactivated()).isTrue();
        assertThat(FIELD_CERT.learner(ada).nextContactAt()).isEmpty();
        assertThat(FIELD_CERT.learner(ada).course("applying-devops")).isPresent();
        assertThat(contacts()).isEmpty();
    }

    @Test
    void aDmTheBotMayNotWriteToCostsNoProgress() {
        enroll("applying-devops", null);
        FIELD_CERT.workspace().faults().always("chat.postMessage", new Fault.Refusal("messages_tab_disabled"));

        days(2);
        FIELD_CERT.workspace().faults().clear();

        assertThat(FIELD_CERT.learner(ada).course("applying-devops")).isPresent();
        ada.types("next");
        assertThat(ada.sees()).contains("card 1 of");
    }

    @Test
    void twoWeeksIntoTheSilenceTheBotAsksOnceWhetherToGoOnAndStopsWhenTold() {
        enroll("applying-devops", null);

        days(24);

        assertThat(contacts()).hasSize(6);
        assertThat(contacts().get(5))
                .startsWith("*Continue, pause, or stop?* You haven’t worked on “Applying DevOps” in two weeks")
                .contains("[Continue]", "[Pause]", "[Stop reminding me]");
        ada.clicks("Stop reminding me");
        assertThat(ada.sees()).contains("Paused until you resume", "[Resume]");
        days(7);
        assertThat(contacts()).hasSize(5);
        ada.types("next");
        assertThat(ada.sees()).contains("card 1 of");
    }

    @Test
    void fiveDaysOfOutageBringOneContact() {
        enroll("applying-devops", null);
        FIELD_CERT.clock().advance(Duration.ofDays(5));
        FIELD_CERT.tick();

        days(2);

        assertThat(contacts()).hasSize(1);
    }

    @Test
    void whatSlackHasNotTakenIsNotRemindedOf() {
        enroll("applying-devops", null);
        FIELD_CERT.workspace().faults().always("chat.postMessage", new Fault.Status(503));
        ada.types("next");
        days(3);
        assertThat(FIELD_CERT.learner(ada).contact().decided().reason().code()).isEqualTo(Reason.Code.TO_BE_READ_FIRST);

        FIELD_CERT.workspace().faults().clear();
        FIELD_CERT.later(Duration.ofMinutes(20));

        assertThat(ada.seesMessages())
                .filteredOn(message -> message.contains("card 1 of"))
                .hasSize(1);
        assertThat(contacts()).isEmpty();
        FIELD_CERT.later(Duration.ofHours(1));
        assertThat(contacts()).hasSize(1);
    }

    @Test
    void aPauseThatIsOverBringsOneContact() {
        enroll("applying-devops", null);
        FIELD_CERT
                .bean(ChangePreferences.class)
                .change(ada.id(), preferences -> preferences.pausedUntil(LocalDate.of(2026, 11, 12)));

        days(10);

        assertThat(contacts()).hasSize(1);
    }

    @Test
    void aTimeZoneThatIsNoneCountsAsUtcAndTheReasonSaysSo() {
        enroll("applying-devops", null);
        Profile known = FIELD_CERT.learner(ada).profile();
        FIELD_CERT
                .bean(UpdateProfile.class)
                .update(ada.id(), known.seenAs(known.name(), known.email(), "Mars/Olympus", false, false));

        days(2);

        assertThat(contacts()).isNotEmpty();
        assertThat(FIELD_CERT.learner(ada).contact().decided().reason().notes())
                .contains(Reason.of(Reason.Code.UNKNOWN_ZONE).named("Mars/Olympus"));
    }

    @Test
    void anAccountSlackDoesNotKnowAnyMoreCostsNoProgress() {
        enroll("applying-devops", null);
        FIELD_CERT.workspace().faults().always("conversations.open", new Fault.Refusal("user_not_found"));
        FIELD_CERT.workspace().faults().always("chat.postMessage", new Fault.Refusal("user_not_found"));

        days(2);
        FIELD_CERT.workspace().faults().clear();

        assertThat(contacts()).isEmpty();
        assertThat(FIELD_CERT.learner(ada).outbox().messages()).isEmpty();
        assertThat(FIELD_CERT.learner(ada).course("applying-devops")).isPresent();
    }

    @Test
    void aManagerHearsOnceOfWhatIsOverdueInTheirOwnHours() {
        Person grace = FIELD_CERT.hires(PersonSpec.named("grace").in("America/New_York"));
        FIELD_CERT.bean(AssignManager.class).assign(ada.id(), grace.id(), "U0ADMIN", "test");
        enroll("applying-devops", LocalDate.of(2026, 11, 3));

        days(2);
        assertThat(grace.seesMessages()).isEmpty();
        days(5);

        assertThat(grace.seesMessages())
                .singleElement()
                .satisfies(message -> assertThat(message).contains("which was due on November 3, 2026"));
        assertThat(ada.seesMessages()).anyMatch(message -> message.contains("was due on Tuesday, November 3"));
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

    /** A value in the database that no version of the program has written. */
    @Test
    void oneLearnerWhoCannotBeReadKeepsNobodyElseWaiting() {
        enroll("applying-devops", null);
        Person mei = FIELD_CERT.hires("mei");
        FIELD_CERT
                .bean(OutboxRelay.class)
                .deliver(FIELD_CERT.bean(EnrollLearner.class).enroll(mei.id(), "applying-devops", mei.id(), null));
        MongoTemplate mongo = FIELD_CERT.bean(MongoTemplate.class);
        mongo.getCollection("learners")
                .updateOne(new Document("_id", ada.id()), new Document("$set", new Document("preferences.budget", 9)));

        FIELD_CERT.later(Duration.ofDays(1).plusHours(4));

        assertThat(mei.goesToTheBot().sees()).startsWith("*Next:*");
    }
}
