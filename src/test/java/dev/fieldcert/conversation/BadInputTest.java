package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.local.workspace.webapi.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nothing a person or a network can do to the bot costs anybody their progress. */
class BadInputTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final Scholar ada = FIELD_CERT.scholar("ada");

    private void begin() {
        ada.person().types("/cert enroll applying-devops").goesToTheBot().clicks("I’m ready");
    }

    @Test
    void anUnknownWordGetsTheHelp() {
        ada.person().types("/cert whatever");

        assertThat(ada.person().sees()).contains("I don’t know “whatever”", "/cert next");
    }

    @Test
    void aFileInTheDmIsAnsweredWithWhereFilesGo() {
        ada.person().types("/cert enroll applying-devops").goesToTheBot();

        ada.person().uploads("plan.pdf", new byte[] {1, 2});

        assertThat(ada.person().sees()).contains("submit an assignment", "Submit");
    }

    @Test
    void wordsBesideAFileCountAsEver() {
        ada.person().types("/cert enroll applying-devops").goesToTheBot();

        ada.person().uploads("plan.pdf", new byte[] {1, 2}, "next");

        assertThat(ada.person().seesMessages().stream().filter(message -> message.contains("card 1 of")))
                .hasSize(2);
        assertThat(ada.person().sees()).contains("submit an assignment");
    }

    @Test
    void anAnswerForSomebodyElsesAttemptIsNotTaken() {
        begin();
        Button adas = ada.answerButton();
        Scholar mei = FIELD_CERT.scholar("mei");
        mei.person().types("/cert enroll applying-devops").goesToTheBot().clicks("I’m ready");
        String fitting = mei.answerButton().value().replace(idOf(mei), idOf(ada));

        mei.person().click(adas);
        mei.person().click(adas.tamperedWith(fitting));

        assertThat(ada.attempt().orElseThrow().position()).isZero();
        assertThat(mei.attempt().orElseThrow().position()).isZero();
    }

    private static String idOf(Scholar scholar) {
        return scholar.attempt().orElseThrow().id();
    }

    @Test
    void aTamperedButtonChangesNothing() {
        begin();

        ada.person().click(ada.answerButton().tamperedWith("; drop everything"));

        assertThat(ada.attempt().orElseThrow().position()).isZero();
        assertThat(ada.person().sees()).contains("Nothing was changed", "Reference");
    }

    @Test
    void aTamperedChoiceChangesNothing() {
        begin();
        Button button = ada.answerButton();
        String attempt = ada.attempt().orElseThrow().id();

        ada.person().click(button.tamperedWith(attempt + "|0|zz"));

        assertThat(ada.attempt().orElseThrow().position()).isZero();
    }

    @Test
    void theSameEventDeliveredThreeTimesIsOneEvent() {
        FIELD_CERT.workspace().events().deliverEach(3);
        try {
            ada.person().types("/cert enroll applying-devops").goesToTheBot();
            ada.person().types("next");
        } finally {
            FIELD_CERT.workspace().events().deliverEach(1);
        }

        long cards = ada.person().seesMessages().stream()
                .filter(message -> message.contains("card 1 of"))
                .count();
        assertThat(cards).isEqualTo(2);
    }

    @Test
    void aLongMessageIsAnsweredAndHarmless() {
        ada.person().types("/cert feedback " + "x".repeat(40_000));
        assertThat(ada.person().sees()).contains("40,000 characters", "I didn’t send anything");

        ada.person().goesToTheBot().types("y".repeat(39_000));
        assertThat(ada.person().sees()).contains("I don’t know");
    }

    @Test
    void feedbackNotifiesNobodyWhateverItSays() {
        ada.person().types("/cert feedback <!channel> @everyone שלום 🎉 <@U123>");

        String posted = FIELD_CERT.workspace().channel("field-feedback").messages().stream()
                .map(message -> message.toString())
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(posted)
                .doesNotContain("<!channel>")
                .doesNotContain("<@U123>")
                .contains("שלום", "🎉");
    }

    @Test
    void aBotThatIsNotInTheBadgeChannelKeepsTheAnnouncementUntilItIs() {
        ada.person().types("/cert enroll applying-devops").goesToTheBot();
        ada.learnsTheCourse("applying-devops");
        FIELD_CERT.workspace().channel("field-certification").removesTheBot();
        ada.passesTheCheck();
        assertThat(FIELD_CERT.announcementsAbout(ada.person())).isEmpty();

        FIELD_CERT.workspace().channel("field-certification").invitesTheBot();
        FIELD_CERT.later(Duration.ofMinutes(20));

        assertThat(FIELD_CERT.announcementsAbout(ada.person())).hasSize(1);
    }

    @Test
    void aCutConnectionAfterThePostDoesNotRepeatTheQuestion() {
        ada.person().types("/cert enroll applying-devops").goesToTheBot();
        FIELD_CERT.workspace().faults().next("chat.postMessage", 1, new Fault.DoneThenCut());

        ada.person().clicks("I’m ready");
        FIELD_CERT.later(Duration.ofMinutes(1));

        long questions = ada.person().seesMessages().stream()
                .filter(message -> message.contains("Practice: question 1 of"))
                .count();
        assertThat(questions).isOne();
    }

    @Test
    void aSlackThatSaysWaitIsWaitedFor() {
        ada.person().types("/cert enroll applying-devops").goesToTheBot();
        FIELD_CERT.workspace().faults().next("chat.postMessage", 1, new Fault.RateLimited(Duration.ofSeconds(30)));

        ada.person().clicks("I’m ready");
        assertThat(ada.person().sees()).doesNotContain("question 1 of");
        FIELD_CERT.later(Duration.ofSeconds(40));

        assertThat(ada.person().sees()).contains("question 1 of");
    }

    @Test
    void somebodyWhoIsNoAdminIsToldSo() {
        ada.person().types("/cert-admin report");

        assertThat(ada.person().sees()).contains("Only program admins can use");
    }

    @Test
    void anUnknownCourseIsAnsweredWithWhatThereIs() {
        var outcome = FIELD_CERT.bean(EnrollLearner.class).enroll(ada.id(), "no-such", ada.id(), null);
        assertThat(outcome.result()).isInstanceOf(EnrollLearner.Outcome.Unknown.class);

        ada.person().types("/cert enroll no such course");

        assertThat(ada.person().sees()).contains("I don’t know a path or course by that name", "applying-devops");
    }
}
