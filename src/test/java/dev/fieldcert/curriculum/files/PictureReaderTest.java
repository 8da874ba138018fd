package dev.fieldcert.curriculum.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.CardPicture;
import dev.fieldcert.curriculum.Lesson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures on cards: what is read, and what the linter says of a broken one. */
class PictureReaderTest {

    private static final String LESSON = "applying-devops/lessons/devops-terms.md";

    @Test
    void theAuthorsPageShowsOneOfEachWay() {
        Reading reading = CurriculumReader.read(new ProgramFiles(AuthorsPage.course()));
        List<Lesson.Card> cards = reading.program()
                .orElseThrow()
                .courses()
                .get(0)
                .objectives()
                .get(0)
                .lesson()
                .cards();

        CardPicture steps = cards.get(0).picture().orElseThrow();
        assertThat(steps.alternative()).isEqualTo("Four steps, again and again: build, test, release, learn.");
        assertThat(((CardPicture.Steps) steps.content()).loop()).isTrue();
        assertThat(((CardPicture.Drawn) cards.get(1).picture().orElseThrow().content()).height())
                .isEqualTo(200);
        assertThat(cards.get(1).body()).doesNotContain("![").contains("third silo");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "lessons/devops-terms.md;![Four steps, again and again: build, test, release, learn.];![];has no text alternative",
                "lessons/devops-terms.md;(four-steps.yaml);(for-steps.yaml);There is no picture",
                "lessons/devops-terms.md;![Two;![Another](four-steps.yaml)\\n![Two;has two pictures",
                "pictures/four-steps.yaml;kind: steps;kind: stairs;is not a kind",
                "pictures/four-steps.yaml;note: With;nota: With;is not a key of a step",
                "pictures/third-silo.svg;font-size=\"30\";font-size=\"12\";too small for a phone",
                "pictures/third-silo.svg;0 0 720 200;0 0 100 200;viewBox",
                "pictures/third-silo.svg;0 0 720 200;0 0 720 1500;viewBox",
                "pictures/third-silo.svg;</svg>;<script>alert(1)</script></svg>;<script> is not drawn",
                "pictures/third-silo.svg;</svg>;<image href=\"https://example.com/a.png\"/></svg>;<image> is not drawn",
                "pictures/third-silo.svg;<rect x;<rect onclick=\"a()\" x;“onclick” of <rect> is not drawn",
                "pictures/third-silo.svg;</svg>;</svg;This is not SVG",
                "pictures/third-silo.svg;<svg xmlns;<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><svg xmlns;This is not SVG"
            })
    void aBrokenOneIsNamed(String file, String right, String wrong, String message) {
        Map<String, String> texts = AuthorsPage.course();
        texts.computeIfPresent("applying-devops/" + file, (path, text) -> {
            assertThat(text).contains(right);
            return text.replace(right, wrong.replace("\\n", "\n"));
        });

        Reading reading = CurriculumReader.read(new ProgramFiles(texts));

        assertThat(reading.program()).isEmpty();
        assertThat(reading.problems()).extracting(Problem::toString).anyMatch(problem -> problem.contains(message));
    }

    @Test
    void aPictureThatNoCardShowsIsNamed() {
        Map<String, String> texts = AuthorsPage.course();
        texts.computeIfPresent(LESSON, (path, text) -> text.replaceAll("!\\[Two.*", ""));

        assertThat(CurriculumReader.read(new ProgramFiles(texts)).problems())
                .extracting(Problem::toString)
                .anyMatch(problem -> problem.startsWith("applying-devops/pictures/third-silo.svg:1:1: error: Nothing"));
    }
}
