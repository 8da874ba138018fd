package dev.fieldcert.curriculum.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.gift.GiftReader;
import dev.fieldcert.curriculum.gift.GiftReading;
import dev.fieldcert.curriculum.question.Matching;
import dev.fieldcert.curriculum.question.MultipleChoice;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Option;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.curriculum.question.TrueFalse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A corpus of GIFT as people and Moodle write it: each question comes in with the same right answers, or is left out by name. */
class GiftCorpusTest {

    private static final Pattern CASE = Pattern.compile("(?m)^// => (.*)\\n((?:.+\\n?)+)");

    @TestFactory
    List<DynamicTest> eachQuestionComesInWithTheSameRightAnswersOrIsLeftOutByName() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Matcher cases = CASE.matcher(corpus());
        while (cases.find()) {
            String expected = cases.group(1);
            String gift = cases.group(2);
            tests.add(DynamicTest.dynamicTest(
                    expected + " <= " + gift.lines().findFirst().orElse(""), () -> {
                        assertThat(said(gift)).startsWith(expected.replaceFirst("left out: .*", "left out: "));
                        assertThat(said(gift)).contains(expected.replaceFirst("left out: ", ""));
                    }));
        }
        assertThat(tests).hasSizeGreaterThan(50);
        return tests;
    }

    @Test
    void eachQuestionHasAnIdOfItsOwn() throws IOException {
        GiftReading reading = GiftReader.read(corpus());

        assertThat(reading.entries())
                .extracting(entry -> entry.question().id())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*") && id.length() <= Limits.ID)
                .contains("grosse", "grosse-2", "plan", "question", "hometown", "hometown-2");
    }

    private static String corpus() throws IOException {
        return Files.readString(Path.of("src/test/resources/gift/corpus.gift"));
    }

    private static String said(String gift) {
        GiftReading reading = GiftReader.read(gift);
        Problems problems = new Problems();
        reading.problems().forEach(problem -> problems.add(GiftQuestions.problem("corpus.gift", problem)));
        List<Question> read = reading.entries().stream()
                .flatMap(entry -> GiftQuestions.checked(entry, SourceLocation.top("corpus.gift"), problems).stream())
                .toList();
        return read.size() == 1 && problems.errors() == 0 ? right(read.get(0)) : "left out: " + problems.inOrder();
    }

    private static String right(Question question) {
        String kind = question.getClass().getSimpleName() + ": ";
        if (question instanceof SingleChoice choice) {
            return kind + options(choice.options());
        } else if (question instanceof MultipleChoice choice) {
            return kind + options(choice.options());
        } else if (question instanceof TrueFalse truth) {
            return kind + truth.right();
        } else if (question instanceof ShortAnswer answer) {
            return kind + String.join(" | ", answer.accept());
        } else if (question instanceof Numeric number) {
            return kind + number.answer() + " ± " + number.tolerance().size().toPlainString();
        } else if (question instanceof Matching matching) {
            return kind
                    + matching.pairs().stream()
                            .map(pair -> pair.left() + " > " + pair.right())
                            .collect(Collectors.joining(" | "));
        }
        return kind;
    }

    private static String options(List<Option> options) {
        return options.stream().filter(Option::right).map(Option::text).collect(Collectors.joining(" | "));
    }
}
