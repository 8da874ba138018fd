package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Lesson;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.search.asked.AskedQuestions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking the lessons, one's own record, and what is nearly a command. */
class AskTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private Scholar ada;

    @BeforeEach
    void aLearner() {
        ada = FIELD_CERT.scholar("ada");
        ada.person().types("/cert enroll applying-devops").goesToTheBot();
    }

    @Test
    void plainWordsInTheDmAreAnsweredWithAQuoteFromACard() {
        ada.person().types("What counts as an SAO again?");

        assertThat(ada.person().sees())
                .contains(
                        "From the lessons:",
                        "Sales Accepted Opportunity",
                        "An SAO is your yes",
                        "Describe the Customer Journey",
                        "[Read the card]",
                        "[Sources]",
                        "[Add to my plan]",
                        "Did this help?");
    }

    @Test
    void anAidThatFitsIsSentByItsButton() {
        ada.person().types("/cert ask checklist for an SAO");
        assertThat(ada.person().sees()).contains("Job aids:");
        String title = FIELD_CERT
                .programs()
                .current()
                .course("customer-journey")
                .flatMap(course -> course.aid("sao-checklist"))
                .orElseThrow()
                .title();

        ada.person().clicks(title);

        assertThat(ada.person().seesMessages())
                .anyMatch(message -> message.contains(title) && !message.contains("Job aids:"));
    }

    @Test
    void theCommandAnswersTheSame() {
        ada.person().types("/cert ask change failure rate");
        assertThat(ada.person().sees())
                .contains("From the lessons:", "share of releases that need a fix or a rollback")
                .contains("Applying DevOps")
                .doesNotContain("[Enroll");

        ada.person().types("/cert ask");
        assertThat(ada.person().sees()).contains("Add your question");
    }

    @Test
    void theCardAndItsSourcesOpenWithoutMovingTheLearner() {
        ada.person().types("what is an SAO").clicks("Read the card");
        Lesson.Card card =
                objective("customer-journey", "mql-to-sao").lesson().cards().get(0);
        assertThat(ada.person().seesInModal()).contains(card.title(), "calling it an SAO because an MQL agreed");
        ada.person().closesTheForm();

        ada.person().clicks("Sources");
        assertThat(ada.person().seesInModal()).contains("Go to Market resources");
        ada.person().closesTheForm();

        ada.person().types("next");
        assertThat(ada.person().sees()).contains("card 1 of");
    }

    @Test
    void aCourseIsAddedToThePlanFromItsCard() {
        ada.person().types("what is an SAO").clicks("Add to my plan");

        assertThat(FIELD_CERT.learner(ada.person()).course("customer-journey")).isPresent();
        ada.person().types("what is an SAO");
        assertThat(ada.person().sees()).contains("An SAO is your yes").doesNotContain("[Add to my plan]");
    }

    @Test
    void whatTheLessonsDoNotHoldIsSaidPlainlyAndGoesToTheTeamOnlyWithConsent() {
        ada.person().types("how do i request parental leave for my dog");
        assertThat(ada.person().sees())
                .contains("I couldn’t find an answer in the lessons", "come closest", "[Ask the program team]")
                .doesNotContain("From the lessons:");
        assertThat(feedback()).doesNotContain("parental leave");

        ada.person().clicks("Ask the program team");
        assertThat(ada.person().seesInModal()).contains("with your name");
        ada.person().submits();

        assertThat(ada.person().sees()).contains("I’ve sent your question to the program team");
        assertThat(feedback()).contains("parental leave for my dog");
    }

    private static String feedback() {
        return FIELD_CERT.workspace().channel("field-feedback").messages().toString();
    }

    @Test
    void nothingIsAnsweredDuringACheck() {
        ada.learnsTheCourse("applying-devops").person().clicks("Start the check");
        ada.person().types("/cert ask what is an SAO");
        assertThat(ada.person().sees()).contains("in the middle of a check", "Question 1 of", "Applying DevOps");
        // Where the open question takes a typed answer, plain words are that answer.
        for (String question : new String[] {"what is an SAO", "OODA"}) {
            ada.person().types(question);
            assertThat(ada.person().sees()).doesNotContain("From the lessons", "Sales Accepted");
        }
    }

    @Test
    void aCardFoundBeforeTheCheckStaysClosedDuringIt() {
        ada.learnsTheCourse("applying-devops");
        ada.person().types("what are the dora metrics");
        Button before = ada.person().button("Read the card");
        ada.person().clicks("Start the check");

        ada.person().click(before);

        assertThat(ada.person().hasAFormOpen()).isFalse();
        assertThat(ada.person().sees()).contains("in the middle of a check");
    }

    @Test
    void practiceMayBeAskedIn() {
        ada.person().clicks("I’m ready").types("/cert ask what is an SAO");

        assertThat(ada.person().sees()).contains("From the lessons:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "when is my next attempt?;have a check to take right now",
                "why did you write to me;on my own",
                "how many badges do I have?;any badges yet",
                "when is my course due;any due dates",
                "where do i stand?;Your progress"
            })
    void whatConcernsTheLearnerIsAnsweredFromTheirRecord(String question, String answer) {
        ada.person().types(question);

        assertThat(ada.person().sees()).contains(answer).doesNotContain("From the lessons:");
    }

    @Test
    void theNextAttemptIsNamedWithItsTime() {
        ada.learnsTheCourse("applying-devops").failsTheCheck();

        ada.person().types("when can I take the check again?");

        assertThat(ada.person().sees()).contains("your next attempt opens tomorrow at 10:00", "2 attempts left");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when is the forecast due each week",
                "what is a badge of honor worth",
                "what are my next steps with a buyer"
            })
    void aQuestionAboutSellingIsNotTakenForOneAboutTheRecord(String question) {
        ada.person().types(question);

        assertThat(ada.person().sees()).containsAnyOf("From the lessons:", "I couldn’t find an answer in the lessons");
    }

    @Test
    void authorsSeeWhatWasNotAnsweredWithoutNames() {
        Person boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        ada.person().types("which zebra sells most in Patagonia");
        ada.person().types("In Patagonia, which zebra sells most?");
        ada.person().types("what is a stop or go point").clicks("No");
        assertThat(ada.person().sees()).contains("didn’t help", "[Ask the program team]");

        boss.types("/cert-admin questions");

        assertThat(boss.sees())
                .contains("zebra sells most?", "asked 2 times · nothing found 2 times")
                .contains("what is a stop or go point", "didn’t help 1 time")
                .doesNotContain("ada");
        boss.types("/cert-admin questions csv");
        assertThat(boss.goesToTheBot().sees()).contains("without names");
    }

    @Test
    void whatNobodyAskedForAYearIsForgotten() {
        ada.person().types("which walrus sells most in Greenland");
        AskedQuestions asked = FIELD_CERT.bean(AskedQuestions.class);
        assertThat(asked.open()).anyMatch(question -> question.text().contains("walrus"));

        asked.forgetOld(FIELD_CERT.clock().instant().plus(Duration.ofDays(366)));

        assertThat(asked.open()).isEmpty();
    }

    @Test
    void homeAndHelpOfferQuestionsToTry() {
        ada.person().opensHome();
        assertThat(ada.person().home()).contains("Ask the lessons.");
        ada.person().clicks("What is devops?");
        assertThat(ada.person().goesToTheBot().sees()).contains("From the lessons:", "DevOps is a way of working");

        ada.person().types("help");
        assertThat(ada.person().sees()).contains("Ask the lessons.", "[What is devops?]");
    }

    @ParameterizedTest
    @CsvSource({
        "Next.,card 1 of",
        "continue,card 1 of",
        "start,card 1 of",
        "hi,Your progress",
        "program,Pipeline Generation",
        "enroll,Pipeline Generation",
        "my data,everything I have about you",
        "help me,What you can type",
        "Thanks!,You’re welcome"
    })
    void anotherWordForACommandIsUnderstood(String words, String answer) {
        ada.person().types(words);

        assertThat(ada.person().sees()).contains(answer);
    }

    @Test
    void aMistypedCommandIsAskedAboutAndRunByItsButton() {
        ada.person().types("statsu");
        assertThat(ada.person().sees()).contains("Did you mean `status`?").doesNotContain("What you can type\n");

        ada.person().clicks("Yes, status");

        assertThat(ada.person().sees()).contains("Your progress");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "/cert stop"})
    void whoWantsToBeLeftAloneIsOfferedAPause(String words) {
        ada.person().types(words);

        assertThat(ada.person().sees()).contains("Did you mean `pause`?", "[Pause]");
    }

    private static Objective objective(String course, String objective) {
        return FIELD_CERT
                .programs()
                .current()
                .course(course)
                .flatMap((Course known) -> known.objective(objective))
                .orElseThrow();
    }
}
