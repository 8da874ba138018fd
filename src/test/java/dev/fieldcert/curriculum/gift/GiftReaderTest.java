package dev.fieldcert.curriculum.gift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Matching;
import dev.fieldcert.curriculum.question.MultipleChoice;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.curriculum.question.TrueFalse;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GiftReaderTest {

    @Test
    void aSingleChoiceIsReadWithItsFeedback() {
        SingleChoice question = (SingleChoice) only("""
                // a remark
                ::mql-p1::[markdown]Who accepts
                an *MQL*? {
                =Sales#It becomes an SAO.
                ~Marketing#It qualified the lead\\: one step before.
                ~%0%Nobody \\{yet\\}#Somebody does.
                ####Acceptance is a sales decision.
                }
                """);

        assertThat(question.id()).isEqualTo("mql-p1");
        assertThat(question.ask()).isEqualTo("Who accepts\nan *MQL*?");
        assertThat(question.options())
                .containsExactly(
                        new Option("a", "Sales", true, "It becomes an SAO.", false),
                        new Option("b", "Marketing", false, "It qualified the lead: one step before.", false),
                        new Option("c", "Nobody {yet}", false, "Somebody does.", false));
        assertThat(question.explanation()).isEqualTo("Acceptance is a sales decision.");
    }

    @Test
    void severalRightOptionsHaveWeightsThatAddUp() {
        MultipleChoice question = (MultipleChoice) only("::m::Which? {~%50%A ~%50%B ~%-50%C#No. ####Those two.}");

        assertThat(question.options()).extracting(Option::right).containsExactly(true, true, false);
        assertThat(error("::m::Which? {~%50%A ~%25%B ~C ####Those.}")).contains("add up to 75.0, not to 100");
        assertThat(error("::m::Which? {~A ~B ####Those.}")).contains("No answer is right");
        assertThat(warned("::m::Which? {~%75%A ~%25%B ~C#No. ####Those.}"))
                .contains("each right option earns the same");
        GiftReading lossy = GiftReader.read("::m::Which? {~%50%A ~%50%B ~%-100%C#No. ####Those two.}");
        assertThat(lossy.entries()).hasSize(1);
        assertThat(lossy.problems()).singleElement().matches(problem -> !problem.error());
    }

    @Test
    void aTruthIsReadInItsFourSpellings() {
        assertThat(((TrueFalse) only("::t::It is. {T####Because.}")).right()).isTrue();
        assertThat(((TrueFalse) only("::t::It is. {TRUE ####Because.}")).right())
                .isTrue();
        assertThat(((TrueFalse) only("::t::It is. {f####Because.}")).right()).isFalse();
        TrueFalse full = (TrueFalse) only("::t::It is. {FALSE#It looks so.#Well seen.####Because.}");
        assertThat(full.whyTempting()).isEqualTo("It looks so.");
        assertThat(full.explanation()).isEqualTo("Because.\n\nWell seen.");
    }

    @Test
    void aMissingWordBecomesAGap() {
        ShortAnswer question =
                (ShortAnswer) only("::w::An MQL becomes an {=SAO =%0%SQL#Older. ####See above.} in time.");

        assertThat(question.ask()).isEqualTo("An MQL becomes an _____ in time.");
        assertThat(question.accept()).containsExactly("SAO");
        assertThat(question.mistakes()).containsExactly(new ShortAnswer.Mistake("SQL", "Older."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"#3.14:0.01;3.15;3.16", "#3..4;3.9;4.1", "#=1822:1 =%0%1900#Too late.;1823;1900", "#12;12;12.5"})
    void aNumberIsReadWithWhatIsStillRight(String body, String right, String wrong) {
        Numeric question = (Numeric) only("::n::How much? {" + body + "####So much.}");

        assertThat(question.grade(new Answer.Written(right), 1).isRight()).isTrue();
        assertThat(question.grade(new Answer.Written(wrong), 1).isRight()).isFalse();
        assertThat(question.round()).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void aPairWithoutALeftSideIsAnExtraTarget() {
        Matching question = (Matching) only("::p::Match. {=a -> 1 =b -> 2 = -> 3 ####So.}");

        assertThat(question.pairs()).extracting(Matching.Pair::right).containsExactly("1", "2");
        assertThat(question.extra()).containsExactly("3");
    }

    @Test
    void poolsAndIdsAreSaidBeforeAQuestion() {
        GiftReading reading = GiftReader.read("""
                ::First one!::It is. {T####Because.}

                $CATEGORY: course/mql/check
                // [id:mql-c1] [tag:hard]
                ::Second::It is. {T####Because.}
                // pool: practice
                ::third::It is. {T####Because.}
                """);

        assertThat(reading.pool("practice")).extracting(Question::id).containsExactly("first-one", "third");
        assertThat(reading.pool("check")).extracting(Question::id).containsExactly("mql-c1");
        assertThat(reading.problems())
                .singleElement()
                .matches(problem -> problem.message().contains("Tags"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "::a::Text only.| 1:1 “a”: This is a description",
                "::a::Tell. {}| 1:13 “a”: An essay has to be reviewed by a person",
                "::a::Tell. {####So.}| 1:13 “a”: An essay has to be reviewed by a person",
                "::a::Which? {=x ~y| 1:13 “a”: The answers do not end",
                "::a Which?| 1:1 “::a Which?”: The title does not end",
                "::a::Which? {=x* ####z}| 1:15 “a”: A text with * for anything",
                "::a::Which? {x ~y####z}| 1:14 “a”: No answer is right",
                "::a::[html]<img src='a.png'>Which? {=x ~y####z}| 1:12 “a”: HTML’s <img> cannot be kept",
                "::a::Which? {=x#<table><tr><td>1</td></tr></table>~y####z}| 1:17 “a”: HTML’s <table> cannot be kept",
                "::a::Which? {#twelve####z}| 1:15 “a”: “twelve” is not a number",
                "::a::Which? {#=1 =2####z}| 1:19 “a”: A second number is right",
                "::a::Which? {#%0%1####z}| 1:15 “a”: No number is right",
                "::a::Which? {=x ~y####z} or {T}| 1:26 “a”: Here begins a second list",
                "::a::Which? {=x=y~z####z}| 1:17 “a”: A second answer is right",
                "::a::Which? {=x->1 =y####z}| 1:21 “a”: A pair is missing here",
                "::a::{=x ~y####z}| 1:1 “a”: The question has no text"
            })
    void whatCannotBeReadIsNamedByLineAndColumnAndNotHalfTaken(String gift, String problem) {
        GiftReading reading = GiftReader.read(gift);
        GiftProblem first = reading.problems().get(0);

        assertThat(first.line() + ":" + first.column() + " " + first.message()).startsWith(problem.strip());
        assertThat(first.mend()).isNotBlank();
        assertThat(reading.entries()).isEmpty();
    }

    @Test
    void aPlaceInALaterLineIsCounted() {
        GiftReading reading =
                GiftReader.read("\n// one\n::a::It is. {T####Yes.}\n\n::b::Which? {\n=x\n=y\n~z\n####z\n}\n");

        assertThat(reading.entries()).hasSize(1);
        assertThat(reading.problems()).singleElement().matches(problem -> problem.line() == 7 && problem.column() == 2);
    }

    private static Question only(String gift) {
        GiftReading reading = GiftReader.read(gift);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.entries()).hasSize(1);
        return reading.entries().get(0).question();
    }

    /** What was said of a question that came in. */
    private static String warned(String gift) {
        GiftReading reading = GiftReader.read(gift);
        assertThat(reading.entries()).hasSize(1);
        assertThat(reading.hasErrors()).isFalse();
        return reading.problems().stream().map(GiftProblem::message).collect(Collectors.joining("\n"));
    }

    private static String error(String gift) {
        GiftReading reading = GiftReader.read(gift);
        assertThat(reading.entries()).isEmpty();
        assertThat(reading.hasErrors()).isTrue();
        return reading.problems().get(0).message();
    }
}
