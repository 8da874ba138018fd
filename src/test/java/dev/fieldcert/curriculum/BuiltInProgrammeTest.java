package dev.fieldcert.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.ProgrammeFiles;
import dev.fieldcert.curriculum.files.Reading;
import dev.fieldcert.curriculum.lint.CurriculumLinter;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Question;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programme that is shipped. */
class BuiltInProgrammeTest {

    private static final int SEEDS = 1000;
    private static final Reading READING = CurriculumReader.read(ProgrammeFiles.builtIn());

    @Test
    void itHasNeitherErrorsNorWarnings() {
        assertThat(CurriculumLinter.lint(READING)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("numericQuestions")
    void aThousandDrawsOfEachNumericQuestionHold(Numeric question) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Map<String, BigDecimal> figures = question.figures(seed);
            BigDecimal answer = question.answer(seed);

            assertThat(question.where()).allMatch(condition -> condition.holds(figures));
            assertThat(question.figures())
                    .allMatch(figure -> figures.get(figure.name()).compareTo(figure.from()) >= 0
                            && figures.get(figure.name()).compareTo(figure.to()) <= 0);
            assertThat(question.figures(seed)).isEqualTo(figures);
            assertThat(question.answer().value(figures)).isEqualTo(answer);
            assertThat(question.mistakes())
                    .noneMatch(mistake -> question.accepts(mistake.answer().value(figures), figures));
            assertThat(question.prompt(seed)).isEqualTo(question.prompt(seed)).doesNotContain("{", "}");
            assertThat(question.exhibit(seed)).isEqualTo(question.exhibit(seed));
            Answer typed = new Answer.Written(question.as().shown(answer));
            assertThat(question.problemWith(typed, seed)).isEmpty();
            assertThat(question.mark(typed, seed).isRight()).isTrue();
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
