package dev.fieldcert.curriculum.gift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.question.Formula;
import dev.fieldcert.curriculum.question.Matching;
import dev.fieldcert.curriculum.question.Measure;
import dev.fieldcert.curriculum.question.MultipleChoice;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.Ordering;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.curriculum.question.TrueFalse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is exported and imported again is what it was. */
class GiftRoundTripTest {

    @Property
    void importingWhatWasExportedGivesTheSameQuestions(@ForAll("pools") List<Question> questions) {
        GiftExport export = GiftWriter.write("check", questions);
        GiftReading reading = GiftReader.read(export.text());

        assertThat(export.leftOut()).isEmpty();
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.pool("check")).isEqualTo(questions);
    }

    @Property
    void noTextMakesImportingThrow(@ForAll("gibberish") String gift) {
        GiftReading reading = GiftReader.read(gift);

        assertThat(reading.problems()).allMatch(problem -> problem.line() > 0 && problem.column() > 0);
    }

    @Test
    void whatGiftCannotSayIsLeftOutByName() {
        Ordering ordering = new Ordering("o1", "Order.", Optional.empty(), List.of("a", "b", "c"), "So.");
        TrueFalse truth = new TrueFalse("t1", "It is.", Optional.empty(), true, "", "So.");
        GiftExport export = GiftWriter.write("practice", List.of(ordering, truth));

        assertThat(export.leftOut()).containsOnlyKeys("o1").containsValue("GIFT cannot say putting steps in order");
        assertThat(GiftReader.read(export.text()).pool("practice")).containsExactly(truth);
    }

    @Provide
    Arbitrary<String> gibberish() {
        return Arbitraries.strings()
                .withChars("ab \n\\{}=~#%:>-/$TF1.*[]")
                .ofMaxLength(60)
                .map(text -> "::x::" + text);
    }

    @Provide
    Arbitrary<List<Question>> pools() {
        return Arbitraries.oneOf(singleChoice(), multipleChoice(), trueFalse(), matching(), number(), shortAnswer())
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(GiftRoundTripTest::withOwnIds);
    }

    /** Ids by place, so that no two are alike. */
    private static List<Question> withOwnIds(List<java.util.function.Function<String, Question>> makers) {
        List<Question> questions = new ArrayList<>();
        makers.forEach(maker -> questions.add(maker.apply("q" + questions.size())));
        return questions;
    }

    /** Everything people type, with the signs GIFT gives a meaning to more often than chance would. */
    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withChars("abcäß€漢 \n\\{}=~#%:./$!*_[]()\"'“,;?<&@T1")
                .ofMinLength(1)
                .ofMaxLength(30)
                .map(String::strip)
                .filter(text -> !text.isBlank() && !text.contains("->") && !text.contains("*"));
    }

    private static Arbitrary<java.util.function.Function<String, Question>> singleChoice() {
        return Combinators.combine(text(), text().list().ofMinSize(2).ofMaxSize(5), text(), text())
                .as((ask, options, why, explain) ->
                        id -> new SingleChoice(id, ask, Optional.empty(), options(options, 1, why), explain));
    }

    private static Arbitrary<java.util.function.Function<String, Question>> multipleChoice() {
        return Combinators.combine(
                        text(),
                        text().list().ofMinSize(4).ofMaxSize(7),
                        Arbitraries.integers().between(1, 4),
                        text())
                .as((ask, options, right, explain) ->
                        id -> new MultipleChoice(id, ask, Optional.empty(), options(options, right, "No."), explain));
    }

    private static List<Option> options(List<String> texts, int right, String why) {
        List<Option> options = new ArrayList<>();
        for (String text : texts) {
            options.add(new Option(Option.idAt(options.size()), text, options.size() < right, why, false));
        }
        return options;
    }

    private static Arbitrary<java.util.function.Function<String, Question>> trueFalse() {
        return Combinators.combine(
                        text(), Arbitraries.of(true, false), Arbitraries.oneOf(text(), Arbitraries.just("")), text())
                .as((ask, right, why, explain) -> id -> new TrueFalse(id, ask, Optional.empty(), right, why, explain));
    }

    private static Arbitrary<java.util.function.Function<String, Question>> matching() {
        return Combinators.combine(text(), text().list().ofMinSize(2).ofMaxSize(4), text(), text())
                .as((ask, lefts, right, explain) -> id -> new Matching(
                        id,
                        ask,
                        Optional.empty(),
                        lefts.stream()
                                .map(left -> new Matching.Pair(left, right, ""))
                                .toList(),
                        List.of(right),
                        explain));
    }

    private static Arbitrary<java.util.function.Function<String, Question>> number() {
        Arbitrary<String> words = text().filter(text -> !text.contains("{") && !text.contains("}"));
        return Combinators.combine(
                        words,
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal(-9999), new BigDecimal(9999))
                                .ofScale(2),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, BigDecimal.TEN)
                                .ofScale(1),
                        words)
                .as((ask, value, tolerance, explain) -> id -> new Numeric(
                        id,
                        ask,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        new Formula(value.toPlainString()),
                        Measure.NUMBER,
                        BigDecimal.ZERO,
                        new Numeric.Tolerance(tolerance, false),
                        List.of(new Numeric.Mistake(new Formula("20000"), explain)),
                        "",
                        explain));
    }

    private static Arbitrary<java.util.function.Function<String, Question>> shortAnswer() {
        return Combinators.combine(text(), text().list().ofMinSize(1).ofMaxSize(3), text(), text())
                .as((ask, accept, why, explain) -> id -> new ShortAnswer(
                        id, ask, Optional.empty(), accept, 0, List.of(new ShortAnswer.Mistake(why, why)), explain));
    }
}
