package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.Attempt;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From {@code /cert} to a badge in the team channel. */
class LearningTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    @Test
    void aNewcomerSeesWhatThereIsAndHowToBegin() {
        Person ada = FIELD_CERT.hires("ada");

        ada.types("/cert");

        assertThat(ada.sees())
                .contains(
                        "Welcome to field certification",
                        "Pipeline Generation & Qualification",
                        "[Enroll in the path]");
    }

    @Test
    void leavingACourseIsAskedOnceAndSaysWhatIsKept() {
        Scholar ada = FIELD_CERT.scholar("ada");
        ada.person().types("/cert enroll applying-devops").goesToTheBot();

        ada.person().types("leave").clicks("Leave");
        assertThat(ada.person().sees()).contains("Leave “Applying DevOps”?", "stay on record");
        ada.person().clicks("Stay");
        assertThat(FIELD_CERT.learner(ada.person()).course("applying-devops")).isPresent();

        ada.person().types("leave applying-devops").clicks("Leave");
        assertThat(ada.person().sees()).contains("You’ve left *Applying DevOps*");
        assertThat(FIELD_CERT.learner(ada.person()).course("applying-devops")).isEmpty();
    }

    @Test
    void aCourseLeadsFromItsFirstCardToABadgeInTheTeamChannel() {
        Scholar ada = FIELD_CERT.scholar("ada");
        ada.person().types("/cert enroll applying-devops").goesToTheBot();
        assertThat(ada.person().sees()).contains("card 1 of");

        ada.learnsTheCourse("applying-devops").passesTheCheck();

        assertThat(ada.person().seesMessages())
                .anyMatch(message -> message.contains("Check passed: Applying DevOps"))
                .anyMatch(message -> message.contains("You earned a badge"));
        assertThat(FIELD_CERT.announcementsAbout(ada.person())).hasSize(1);
    }

    @Test
    void aFailedCheckSaysWhatToRepeatAndOpensAgainAfterItsCoolDown() {
        Scholar ada = FIELD_CERT.scholar("ada");
        ada.person().types("/cert enroll applying-devops").goesToTheBot();
        ada.learnsTheCourse("applying-devops").failsTheCheck();
        assertThat(ada.person().sees())
                .contains(
                        "Check not passed yet",
                        "🔁 Apply DevOps concepts and terms",
                        "2 attempts left",
                        "tomorrow at 10:00");

        ada.person().clicks("What’s next?");
        ada.learnsTheCourse("applying-devops");
        assertThat(ada.person().sees()).contains("Your next attempt at the check opens tomorrow");

        FIELD_CERT.later(Duration.ofHours(24));
        ada.person().types("next");
        ada.passesTheCheck();
        assertThat(FIELD_CERT.announcementsAbout(ada.person())).hasSize(1);
    }

    @Test
    void practiceMarksAtOnceAndSaysWhyTheTemptingOptionIsWrong() {
        Scholar ada = FIELD_CERT.scholar("ada");
        ada.person().types("/cert enroll applying-devops").goesToTheBot().clicks("I’m ready");

        ada.answersWrong();

        assertThat(ada.person().seesMessages())
                .anyMatch(message ->
                        message.contains("Not quite") && message.contains("Right answer:") && message.contains("Why:"));
        assertThat(ada.person().sees()).contains("question 1 of", "[Next question]");
        ada.person().clicks("Next question");
        assertThat(ada.person().sees()).contains("question 2 of");
    }

    @Test
    void wordsTypedWhileAGradingIsReadAreNoAnswerToTheQuestionBehindIt() {
        Scholar ada = FIELD_CERT.scholar("ada");
        ada.person().types("/cert enroll applying-devops").goesToTheBot().clicks("I’m ready");
        ada.answersRight();
        int position = ada.attempt().orElseThrow().position();

        ada.person().types("42 %");

        assertThat(ada.attempt().orElseThrow().position()).isEqualTo(position);
        ada.person().types("next");
        assertThat(ada.person().sees()).contains("question 2 of");
    }

    @Test
    void whatWasMissedIsPagedThroughUncut() {
        Scholar ada = FIELD_CERT.scholar("ada");
        ada.person().types("/cert enroll applying-devops").goesToTheBot();
        ada.learnsTheCourse("applying-devops").failsTheCheck();
        String misses = ada.person().sees().replaceAll("(?s).*\\[(What I missed \\(\\d+\\))].*", "$1");

        ada.person().clicks(misses);
        assertThat(ada.person().sees()).contains("Missed question 1 of", "Your answer:", "[Read the lesson]");
        ada.person().clicks("Next one");
        assertThat(ada.person().sees()).contains("Missed question 2 of");
        ada.person().clicks("Back");
        assertThat(ada.person().sees()).contains("Missed question 1 of").doesNotContain("[Back]");
    }

    /** A second click on the same button shows nothing new; one on another button is told that the first one counts. */
    @Test
    void aDoubleClickIsMarkedOnce() {
        Scholar ada = FIELD_CERT.scholar("ada");
        ada.person().types("/cert enroll applying-devops").goesToTheBot().clicks("I’m ready");
        Button old = ada.answerButton();
        Attempt before = ada.attempt().orElseThrow();
        ada.answersRight();
        Attempt after = ada.attempt().orElseThrow();
        String chosen = old.value().substring(old.value().lastIndexOf('|') + 1);
        boolean same = after.items().get(before.position()).answer().equals(List.of("chosen", chosen));

        ada.person().click(old);

        assertThat(ada.attempt().orElseThrow().position()).isEqualTo(after.position());
        assertThat(ada.person().sees()).contains(same ? "✅ Right" : "You’ve already answered this one");
    }
}
