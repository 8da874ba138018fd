package dev.fieldcert.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.ProgramFiles;
import dev.fieldcert.curriculum.files.Reading;
import dev.fieldcert.curriculum.lint.CurriculumLinter;
import dev.fieldcert.curriculum.lint.Guesser;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Variable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program that is shipped. */
class BuiltInProgramTest {

    private static final int SEEDS = 1000;
    private static final Reading READING = CurriculumReader.read(ProgramFiles.builtIn());

    @Test
    void itHasNeitherErrorsNorWarnings() {
        assertThat(CurriculumLinter.lint(READING)).isEmpty();
    }

    @Test
    void whoHasOnlyLearnedWhatRightOptionsLookLikeFindsHardlyMoreThanByChance() {
        Guesser.Result guessed = Guesser.guess(READING.readable());

        assertThat(guessed.of()).isGreaterThan(100);
        assertThat(guessed.rate()).as(guessed.toString()).isLessThanOrEqualTo(guessed.chance() + 0.08);
    }

    /** Nobody should take the program of 2020 for today's rules. */
    @Test
    void everyCourseNamesItsEditionOnItsFirstCardAndInItsBadge() {
        assertThat(READING.readable().courses()).allSatisfy(course -> {
            assertThat(course.objectives().get(0).lesson().cards().get(0).body())
                    .as(course.id())
                    .matches("(?s).*This course (teaches|is part of) .*2020.*")
                    .contains("Since ");
            assertThat(course.badge().description()).contains("Edition: ");
            assertThat(course.task()).as(course.id()).isPresent();
        });
    }

    @ParameterizedTest
    @MethodSource("numericQuestions")
    void aThousandDrawsOfEachNumericQuestionHold(Numeric question) {
        List<Long> broken = LongStream.range(0, SEEDS)
                .filter(seed -> !holds(question, seed))
                .boxed()
                .toList();

        assertThat(broken).as(question.id()).isEmpty();
    }

    private static boolean holds(Numeric question, long seed) {
        Map<String, BigDecimal> variables = question.variables(seed);
        BigDecimal answer = question.answer().value(variables);
        Answer typed = new Answer.Written(question.as().shown(answer));
        return question.where().stream().allMatch(condition -> condition.holds(variables))
                && question.variables().stream()
                        .allMatch(variable -> isWithin(variables.get(variable.name()), variable))
                && question.mistakes().stream()
                        .noneMatch(mistake -> question.isNear(mistake.answer().value(variables), answer))
                && question.answer(seed).equals(answer)
                && !question.prompt(seed).contains("{")
                && question.grade(typed, seed).isRight();
    }

    private static boolean isWithin(BigDecimal value, Variable variable) {
        return value.compareTo(variable.from()) >= 0 && value.compareTo(variable.to()) <= 0;
    }

    @ParameterizedTest
    @MethodSource("numericQuestions")
    void theSameSeedShowsTheSameFigures(Numeric question) {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(question.variables(seed)).isEqualTo(question.variables(seed));
            assertThat(question.prompt(seed)).isEqualTo(question.prompt(seed));
            assertThat(question.stimulus(seed)).isEqualTo(question.stimulus(seed));
        }
    }

    static Stream<Numeric> numericQuestions() {
        return READING.readable().courses().stream()
                .flatMap(course -> course.objectives().stream())
                .flatMap(objective -> Stream.concat(objective.practice().stream(), objective.checkPool().stream()))
                .filter(Numeric.class::isInstance)
                .map((Question question) -> (Numeric) question);
    }
}
