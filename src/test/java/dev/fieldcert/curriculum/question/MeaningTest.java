package dev.fieldcert.curriculum.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.ProgramFiles;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Typed answers: the same thing said in another way is accepted, and nothing else is. */
class MeaningTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SDR|the SDRs",
                "SDR|It's an SDR.",
                "Sales Development team|sales development",
                "Sales Development team|the Sales-Development Team",
                "48 hours|48 hrs",
                "48 hours|within 48 hours",
                "48 hours|48h",
                "48 hours|forty-eight hours",
                "two weeks|2 wks",
                "Stage 1 Discovery|1-Discovery",
                "1-Discovery|1 discovery",
                "Continuous integration|continuous integration (CI)",
                "CI|CI (continuous integration)",
                "SAO|S.A.O.",
                "Command Plan|CommandPlan",
                "Advocate|the advocates",
                "Opportunity|opportunities",
                "*Shift left*|“shift-left”",
                "twenty|20",
            })
    void itIsTheSame(String accepted, String typed) {
        assertThat(Meaning.isOneOf(List.of(accepted), typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Champion|not the champion",
                "Champion|champion and coach",
                "SDR|SDR or AE",
                "48 hours|48 days",
                "48 hours|24 hours",
                "48 hours|after 48 hours",
                "12|1 2",
                "5|-5",
                "Continuous integration|continuous integration (CD)",
                "Continuous integration|CI",
                "Stage 1|stage 11",
                "Stage 1|stage",
                "Sales team|team",
                "Territory plan|plan",
                "MQL|SQL",
                "SAST|DAST",
            })
    void itIsNotTheSame(String accepted, String typed) {
        assertThat(Meaning.isOneOf(List.of(accepted), typed)).isFalse();
    }

    static Stream<ShortAnswer> builtIn() {
        return CurriculumReader.read(ProgramFiles.builtIn()).readable().courses().stream()
                .flatMap(course -> course.objectives().stream())
                .flatMap(objective -> Stream.concat(objective.practice().stream(), objective.checkPool().stream()))
                .filter(ShortAnswer.class::isInstance)
                .map(ShortAnswer.class::cast);
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void whatAnAuthorAcceptsIsAcceptedHoweverItIsDressed(ShortAnswer question) {
        for (String accepted : question.accept()) {
            for (String typed : List.of(
                    accepted,
                    "the " + accepted,
                    "It is " + accepted + ".",
                    "“" + accepted + "”",
                    accepted.toUpperCase(java.util.Locale.ROOT),
                    accepted.replace(' ', '-'))) {
                assertThat(question.accepts(typed)).as(typed).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void aKnownMistakeADenialAndWhatOtherQuestionsAskForAreRefused(ShortAnswer question) {
        question.mistakes()
                .forEach(mistake -> assertThat(question.accepts(mistake.answer()))
                        .as(mistake.answer())
                        .isFalse());
        for (String accepted : question.accept()) {
            assertThat(question.accepts("not " + accepted)).as(accepted).isFalse();
            assertThat(question.accepts(accepted + " or not")).as(accepted).isFalse();
        }
        builtIn()
                .map(other -> other.accept().get(0))
                .filter(other -> !question.accept().contains(other))
                .forEach(other -> assertThat(question.accepts(other)).as(other).isFalse());
    }

    @Test
    void lettersAtRandomMeanNothing() {
        Random random = new Random(14);
        List<ShortAnswer> questions = builtIn().toList();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(1 + random.nextInt(12), 0, 30)
                    .forEach(letter -> text.append("abcdefghijklmnopqrstuvwxyz -().".charAt(letter)));
            ShortAnswer question = questions.get(random.nextInt(questions.size()));
            if (Meaning.isOneOf(question.accept(), text.toString())) {
                assertThat(question.accept().stream().map(Spelling::plain).map(MeaningTest::letters))
                        .as(text.toString())
                        .contains(letters(Spelling.plain(text.toString())));
            }
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[^a-z0-9]", "");
    }

    @Test
    void aMistakeTheAuthorNamedIsNeverForgiven() {
        ShortAnswer question = new ShortAnswer(
                "q",
                "Who?",
                Optional.empty(),
                List.of("Champion"),
                0,
                List.of(new ShortAnswer.Mistake("Champions", "There is one.")),
                "One.");

        assertThat(question.accepts("champions")).isFalse();
        assertThat(question.accepts("the champion")).isTrue();
    }
}
