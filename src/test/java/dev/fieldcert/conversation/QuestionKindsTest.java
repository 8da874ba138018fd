package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fieldcert.learner.Attempt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of question in a DM: asked, misunderstood, answered rightly and wrongly, and found again. */
class QuestionKindsTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.teachingTheSmallProgram();

    private final Scholar scholar = FIELD_CERT.scholar("ada");
    private final Person ada = scholar.person();

    /** Ada has read the lesson of an objective, and is asked. */
    private void isAskedA(String kind) {
        ada.types("/cert enroll kinds").goesToTheBot();
        ada.click(ada.button("I’m ready").tamperedWith("kinds|" + kind + "|0"));
        assertThat(ada.sees()).contains("Practice: question 1 of 1");
    }

    /** The letter before an option in the newest message. */
    private void choosesTheOption(String option) {
        Matcher letter =
                Pattern.compile("\\*([A-J])\\*  " + Pattern.quote(option)).matcher(ada.sees());
        assertThat(letter.find()).as(ada.sees()).isTrue();
        ada.clicks(letter.group(1));
    }

    private String graded() {
        return ada.seesMessages().stream()
                .filter(message -> message.contains("Practice: question 1 of 1") && message.contains("Your answer:"))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError(ada.seesMessages()));
    }

    private void isAskedAgain() {
        assertThat(ada.sees()).contains("Not sent yet.");
        assertThat(scholar.attempt().orElseThrow().position()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "single",
                "multiple",
                "truth",
                "matching",
                "sorting",
                "ordering",
                "numeric",
                "short",
                "written",
                "scenario"
            })
    void anOpenQuestionIsFoundAgainAndCanStillBeAnswered(String kind) {
        isAskedA(kind);
        String asked = ada.sees();

        ada.types("next");

        assertThat(ada.sees()).isEqualTo(asked);
        scholar.answersRight();
        assertThat(graded()).contains("✅ Right");
        assertThat(ada.sees()).contains("All correct. You’ve got this one.");
    }

    @Test
    void aSingleChoiceSaysWhyTheTemptingOptionIsWrong() {
        isAskedA("single");

        choosesTheOption("The account plan");

        assertThat(graded())
                .contains(
                        "❌ Not quite",
                        "*Right answer:* The territory plan",
                        "It looks at one customer only.",
                        "*Why:* A territory is all of your accounts together.");
    }

    @Test
    void aMultipleChoiceGivesPartialCreditAndWaitsForATick() {
        isAskedA("multiple");
        ada.clicks("Send answer");
        isAskedAgain();

        ada.ticks("Small batches").clicks("Send answer");

        assertThat(graded())
                .contains(
                        "🟡 Partly right",
                        "You missed “Tests with each commit”: They find faults while they are small.");
        assertThat(ada.sees()).contains("50% on this practice");
    }

    @Test
    void aStatementIsTrueOrFalse() {
        isAskedA("truth");

        ada.clicks("True");

        assertThat(graded())
                .contains("❌ Not quite", "*Right answer:* False", "Marketing qualified it; acceptance comes next.");
    }

    @Test
    void matchingWaitsForEachLineAndTellsOfEachMismatch() {
        isAskedA("matching");
        ada.chooses("pick:1", "How to grow?").clicks("Send answer");
        isAskedAgain();

        ada.chooses("pick:1", "How to grow?")
                .chooses("pick:2", "Where?")
                .chooses("pick:3", "How to win?")
                .clicks("Send answer");

        assertThat(graded())
                .contains(
                        "🟡 Partly right",
                        "“Territory plan” belongs to “Where?”: It spans all accounts.",
                        "“Account plan” belongs to “How to grow?”.");
    }

    @Test
    void sortingWaitsForEachLineAndTellsWhereEachBelongs() {
        isAskedA("sorting");
        ada.chooses("pick:1", "Forecasting").clicks("Send answer");
        isAskedAgain();

        ada.chooses("pick:1", "Forecasting").chooses("pick:2", "Forecasting").clicks("Send answer");

        assertThat(graded())
                .contains("🟡 Partly right", "“Move a deal back” is Pipeline management: A stage is the deal's state.");
    }

    @Test
    void orderingWantsEachPlaceOnceAndTellsTheFirstWrongStep() {
        isAskedA("ordering");
        ada.chooses("pick:1", "1st").chooses("pick:2", "1st").clicks("Send answer");
        isAskedAgain();
        assertThat(ada.sees()).contains("Two steps have the number 1.");

        ada.chooses("pick:1", "2nd")
                .chooses("pick:2", "1st")
                .chooses("pick:3", "3rd")
                .chooses("pick:4", "4th")
                .clicks("Send answer");

        assertThat(graded())
                .contains("🟡 Partly right", "The first step is “Observe”, not “Orient”.", "*Why:* Each step needs");
    }

    /** The amounts of the open question, as Ada reads them. */
    private long[] amounts() {
        Matcher amounts = Pattern.compile("quota is \\$([\\d,]+) and you closed \\$([\\d,]+)")
                .matcher(ada.sees());
        assertThat(amounts.find()).as(ada.sees()).isTrue();
        return new long[] {
            Long.parseLong(amounts.group(1).replace(",", "")),
            Long.parseLong(amounts.group(2).replace(",", ""))
        };
    }

    @Test
    void aNumberIsUnderstoodTheWayPeopleTypeIt() {
        isAskedA("numeric");
        long[] amounts = amounts();
        ada.enters("Your answer", "quite a lot").clicks("Send answer");
        isAskedAgain();

        ada.types((amounts[0] - amounts[1]) / 1000 + "k");

        assertThat(graded()).contains("✅ Right", "With your numbers:");
    }

    @Test
    void aCommonMistakeEarnsItsOwnExplanationWithTheLearnersOwnNumbers() {
        isAskedA("numeric");
        long[] amounts = amounts();

        ada.enters("Your answer", "$" + (amounts[0] + amounts[1])).clicks("Send answer");

        assertThat(graded())
                .contains(
                        "❌ Not quite",
                        "You added what is closed already.",
                        "$%,d − $%,d = $%,d".formatted(amounts[0], amounts[1], amounts[0] - amounts[1]));
    }

    @Test
    void nothingWrittenIsNotCompared() {
        isAskedA("written");

        ada.clicks("Compare");

        isAskedAgain();
    }

    @Test
    void aWrittenAnswerIsComparedAndCheckedByItsWriter() {
        isAskedA("written");

        ada.enters("Your answer", "Where I spend *my* time & why.").clicks("Compare");
        assertThat(ada.sees())
                .contains(
                        "*Yours:* Where I spend *my* time & why.",
                        "One way to say it",
                        "Which of these did you include?");
        String comparing = ada.sees();
        ada.types("next");
        assertThat(ada.sees()).isEqualTo(comparing);
        ada.ticks("It says where you spend your time").clicks("Done");

        assertThat(graded())
                .contains("Where I spend", "what I leave undone for it", "It says what you leave undone")
                .doesNotContain("It says where you spend your time");
    }

    @Test
    void aWrittenAnswerCanBeTypedInTheDm() {
        isAskedA("written");

        ada.types("It says where I spend my time, and what I leave undone.");
        ada.ticks("It says where you spend your time", "It says what you leave undone")
                .clicks("Done");

        assertThat(graded()).contains("Right");
    }

    @Test
    void aShortAnswerIsTypedInTheMessageOrInTheDm() {
        isAskedA("short");

        ada.types("ACT.");

        assertThat(graded()).contains("✅ Right", "*Why:* The loop closes with acting.");
        assertThat(ada.seesMessages())
                .as("the card takes no other answer")
                .anyMatch(message -> message.contains("You typed your answer. It’s below."))
                .noneMatch(message -> message.contains("[Send answer]"));
    }

    @Test
    void aWrongShortAnswerThatPeopleGiveEarnsAWord() {
        isAskedA("short");

        ada.enters("Your answer", "adapt").clicks("Send answer");

        assertThat(graded()).contains("❌ Not quite", "*Right answer:* Act", "Adapting is for the next round.");
    }

    @Test
    void aScenarioTellsConsequencesAndCanBeWalkedBackInPractice() {
        isAskedA("scenario");
        choosesTheOption("Offer a demo");
        assertThat(ada.sees()).contains("_What happened:_ She is polite.", "She has ten minutes left.");
        ada.types("next");
        assertThat(ada.sees()).contains("She has ten minutes left.");

        ada.clicks("Back");
        assertThat(ada.sees()).contains("builds take two hours").doesNotContain("What happened");
        choosesTheOption("Ask what it costs");
        choosesTheOption("Ask who feels it");

        assertThat(graded()).contains("✅ Right", "Ask what it costs → Ask who feels it");
    }

    @Test
    void aScenarioWalkedBadlySaysWhatWouldHaveBeenBetter() {
        isAskedA("scenario");

        choosesTheOption("Offer a demo");
        choosesTheOption("Come back to the builds");

        assertThat(graded()).contains("🟡 Partly right", "“Offer a demo”: She is polite. Better: “Ask what it costs”.");
    }

    @Test
    void aScenarioCannotBeWalkedBackInACheck() {
        ada.types("/cert enroll kinds").goesToTheBot();
        scholar.learnsTheCourse("kinds");
        ada.clicks("Start the check");
        while (!ada.sees().contains("Find another way in")) {
            scholar.answersRight();
        }
        choosesTheOption("Offer a demo");
        assertThat(ada.sees()).contains("_What happened:_ She is polite.");

        assertThatThrownBy(() -> ada.button("Back")).isInstanceOf(AssertionError.class);
        Attempt check = scholar.attempt().orElseThrow();
        ada.click(ada.button("A").tamperedWith(check.id() + "|" + check.position() + "|<"));
        ada.types("next");

        assertThat(ada.sees()).contains("She has ten minutes left.");
        choosesTheOption("Come back to the builds");
        assertThat(scholar.attempt().map(Attempt::position)).isNotEqualTo(java.util.Optional.of(check.position()));
    }

    @Test
    void aCheckNotesAnswersAndKeepsItsFeedbackForTheEnd() {
        ada.types("/cert enroll kinds").goesToTheBot();
        scholar.learnsTheCourse("kinds");
        ada.clicks("Start the check");

        scholar.answersWrong();

        assertThat(ada.seesMessages().get(ada.seesMessages().size() - 2))
                .contains("Check: question 1 of up to 10 – answered", "*Your answer:*", "feedback at the end")
                .doesNotContain("Right answer");
    }
}
