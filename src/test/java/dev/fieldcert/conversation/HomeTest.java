package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.profile.AssignManager;
import dev.fieldcert.local.workspace.webapi.Fault;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.home.HomeRefresh;
import java.time.Duration;
import java.time.LocalDate;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A learner's Home follows what she does. */
class HomeTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    private final Person ada = FIELD_CERT.hires("ada");

    private Scholar scholar() {
        return new Scholar(new AnswerKey(FIELD_CERT.programs(), FIELD_CERT.bean(Learners.class)), ada);
    }

    private long publications() {
        return calls("views.publish");
    }

    private long calls(String method) {
        return FIELD_CERT.workspace().calls().stream()
                .filter(call -> call.method().equals(method))
                .count();
    }

    @Test
    void aNewcomersHomeOffersThePaths() {
        ada.opensHome();

        assertThat(ada.home()).contains("Welcome to field certification", "[Enroll in the path]", "[Settings]");

        ada.clicks("Enroll in the path");
        FIELD_CERT.later(A_MOMENT);
        assertThat(ada.home()).contains("Next: Applying DevOps", "0 of 5 badges");
    }

    @Test
    void thePictureAndTheMapSayWhereSheStands() {
        ada.types("/cert enroll pipeline").goesToTheBot().opensHome();

        assertThat(ada.home())
                .contains(
                        "[picture: Your journey. Pipeline Generation & Qualification: Applying DevOps – 0 of 3",
                        "Certificate Pipeline Generation & Qualification – not earned yet.",
                        "*Applying DevOps*",
                        "◐ Apply DevOps concepts and terms – learning",
                        "○ Explain the different types of customer use cases – new",
                        "[Continue]");
    }

    @Test
    void homeFollowsEachChangeOnceItHasBeenOpened() {
        Scholar scholar = scholar();
        ada.types("/cert enroll applying-devops").goesToTheBot();
        assertThat(publications()).isZero();
        ada.opensHome();
        assertThat(ada.home()).contains("◐ Apply DevOps concepts and terms – learning");

        ada.goesToTheBot();
        scholar.learnsTheLesson();
        FIELD_CERT.later(A_MOMENT);

        assertThat(ada.home()).contains("● Apply DevOps concepts and terms – learned");
    }

    @Test
    void manyChangesInASecondArePublishedOnceAndTheLastOneWins() {
        ada.types("/cert enroll applying-devops").goesToTheBot().opensHome();
        long before = publications();

        for (int hour = 10; hour < 20; hour++) {
            ada.types("remind me at " + hour + ":00");
        }
        assertThat(publications()).isEqualTo(before + 1);
        FIELD_CERT.later(A_MOMENT);

        assertThat(publications()).isEqualTo(before + 2);
        assertThat(ada.home()).contains("19:00");
        FIELD_CERT.later(A_MOMENT);
        assertThat(publications()).isEqualTo(before + 2);
    }

    @Test
    void whatChangesNothingInHomePublishesNothing() {
        ada.types("/cert enroll applying-devops").goesToTheBot().opensHome();
        long before = publications();

        ada.types("feedback I like it");
        FIELD_CERT.later(A_MOMENT);
        ada.opensHome();

        assertThat(publications()).isEqualTo(before);
    }

    @Test
    void anotherViewPublishedMeanwhileIsDrawnOver() {
        ada.types("/cert enroll applying-devops").goesToTheBot().opensHome();
        FIELD_CERT.workspace().faults().next("views.publish", 1, new Fault.Refusal("hash_conflict"));

        ada.types("remind me at 13:00");
        FIELD_CERT.later(A_MOMENT);

        assertThat(ada.home()).contains("13:00");
    }

    @Test
    void slackBeingDownNeverBreaksTheDeedAndHomeFollowsLater() {
        ada.types("/cert enroll applying-devops").goesToTheBot().opensHome();
        FIELD_CERT.later(Duration.ofMinutes(1));
        FIELD_CERT.later(A_MOMENT);
        FIELD_CERT.workspace().faults().always("views.publish", new Fault.Status(503));

        ada.types("remind me at 13:00");
        assertThat(ada.sees()).contains("13:00");
        assertThat(ada.home()).contains("09:30");
        FIELD_CERT.workspace().faults().clear();
        FIELD_CERT.later(A_MOMENT);
        assertThat(ada.home()).contains("09:30");
        FIELD_CERT.later(Duration.ofSeconds(26));

        assertThat(ada.home()).contains("13:00");
    }

    @Test
    void withoutAPictureHomeAppearsAllTheSame() {
        FIELD_CERT.later(Duration.ofMinutes(1));
        FIELD_CERT.workspace().faults().always("files.getUploadURLExternal", new Fault.Refusal("internal_error"));
        ada.types("/cert enroll customer-journey").goesToTheBot().opensHome();

        assertThat(ada.home()).contains("Next: Describe the Customer Journey").doesNotContain("[picture:");

        FIELD_CERT.workspace().faults().clear();
        FIELD_CERT.later(Duration.ofMinutes(6));
        ada.opensHome();
        assertThat(ada.home()).contains("[picture: Your journey.");
    }

    @Test
    void oneDrawingIsUploadedOnceForEverybodyWhoStandsThere() {
        Person ben = FIELD_CERT.hires("ben");
        ada.types("/cert enroll applying-devops").goesToTheBot().opensHome();
        long uploads = calls("files.completeUploadExternal");

        ben.types("/cert enroll applying-devops").goesToTheBot().opensHome();

        assertThat(ben.home()).contains("[picture: Your journey.");
        assertThat(calls("files.completeUploadExternal")).isEqualTo(uploads).isPositive();
    }

    @Test
    void sheStartsFromTheBigButton() {
        ada.types("/cert enroll applying-devops").goesToTheBot().opensHome();

        ada.clicks("Continue");

        assertThat(ada.goesToTheBot().sees()).contains("card 1 of");
    }

    @Test
    void sheSetsEverythingFromHome() {
        ada.types("/cert enroll applying-devops").goesToTheBot().opensHome();

        ada.clicks("Pause").enters("Until", "2026-12-01").submits();
        FIELD_CERT.later(A_MOMENT);
        assertThat(ada.home()).contains("Paused until Tuesday, December 1, 2026.", "[Resume]");

        ada.clicks("Resume");
        FIELD_CERT.later(A_MOMENT);
        assertThat(ada.home()).doesNotContain("Paused").contains("[Pause]");

        ada.clicks("Ask me how sure I am");
        FIELD_CERT.later(A_MOMENT);
        assertThat(ada.home()).contains("[Stop asking how sure I am]");

        ada.clicks("Settings").ticks("Friday").submits();
        FIELD_CERT.later(A_MOMENT);
        assertThat(ada.home()).contains("09:30* on Fridays, at most once a day");

        ada.clicks("Feedback")
                .enters("What do you think of the program?", "More pictures!")
                .submits();
        assertThat(ada.seesIn(FIELD_CERT.workspace().channel("field-feedback")))
                .anyMatch(message -> message.contains("More pictures!"));
    }

    @Test
    void aPauseUntilYesterdayIsAskedBackInTheForm() {
        ada.types("/cert enroll applying-devops").goesToTheBot().opensHome();

        ada.clicks("Pause").enters("Until", "2026-11-01").submits();

        ada.seesFieldError("Sunday, November 1, 2026 has already passed. When should I start messaging you again?");
    }

    @Test
    void aDueDateThatHasPassedStandsOut() {
        FIELD_CERT
                .bean(OutboxRelay.class)
                .deliver(FIELD_CERT
                        .bean(EnrollLearner.class)
                        .enroll(ada.id(), "applying-devops", "U0ADMIN", LocalDate.of(2026, 11, 4)));
        ada.opensHome();
        assertThat(ada.home()).contains("📅 due November 4, 2026");

        FIELD_CERT.later(Duration.ofDays(3));
        ada.opensHome();
        assertThat(ada.home()).contains("⚠️ was due November 4, 2026");
    }

    @Test
    void aBadgeStandsInHomeWithItsPicture() {
        Scholar scholar = scholar();
        ada.types("/cert enroll applying-devops").goesToTheBot().opensHome();
        ada.goesToTheBot();
        scholar.learnsTheCourse("applying-devops").passesTheCheck();
        FIELD_CERT.later(A_MOMENT);

        assertThat(ada.home())
                .contains(
                        "You’ve finished everything you enrolled in",
                        "badge earned",
                        "Your badges",
                        "Course badge of Field Certification",
                        "✅ Apply DevOps concepts and terms – mastered",
                        "*Moments that matter* you’ve prepared for");
    }

    @Test
    void aHomeButtonWithAForgedValueIsNoneOfOurs() {
        ada.types("/cert enroll applying-devops").goesToTheBot().opensHome();

        ada.click(ada.button("Ask me how sure I am").tamperedWith("<!channel>"));
        FIELD_CERT.later(A_MOMENT);

        assertThat(ada.home()).contains("[Ask me how sure I am]");
    }

    private void reportsTo(Person learner, Person manager) {
        learner.types("/cert enroll applying-devops").goesToTheBot();
        FIELD_CERT.bean(AssignManager.class).assign(learner.id(), manager.id(), "U0ADMIN", "said so");
    }

    @Test
    void aManagerHasATabForTheTeamAndALearnerSeesWhatItShowsOfHer() {
        Person mia = FIELD_CERT.hires("mia");
        ada.opensHome();
        assertThat(ada.home()).doesNotContain("[My team]");
        reportsTo(ada, mia);

        mia.opensHome();
        assertThat(mia.home()).contains("[My journey] [My team]");
        mia.clicks("My team");
        assertThat(mia.home()).contains("Your team", "1 person", "[👏 Praise]");

        ada.opensHome().clicks("What my manager sees");
        assertThat(ada.seesInModal()).contains("What your manager can see about you", "Applying DevOps");
    }

    @Test
    void aTabOfSomebodyElsesIsNotShownToWhoForgesItsButton() {
        Person mia = FIELD_CERT.hires("mia");
        reportsTo(ada, mia);
        mia.opensHome();
        Button team = mia.button("My team");

        ada.opensHome().click(team);

        assertThat(ada.home()).contains("Your journey").doesNotContain("Your team");
    }

    @Test
    void whoIsForgottenLeavesANewcomersHome() {
        ada.types("/cert enroll applying-devops").goesToTheBot().opensHome();
        FIELD_CERT.bean(MongoTemplate.class).getCollection("learners").deleteMany(new Document("_id", ada.id()));

        FIELD_CERT.bean(HomeRefresh.class).forget(ada.id());

        assertThat(ada.home()).contains("Welcome to field certification").doesNotContain("learning");
        assertThat(FIELD_CERT.bean(MongoTemplate.class).getCollection("homes").countDocuments())
                .isZero();
    }
}
