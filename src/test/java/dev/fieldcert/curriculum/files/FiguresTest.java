package dev.fieldcert.curriculum.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.lint.CurriculumLinter;
import dev.fieldcert.curriculum.question.Question;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an organization sets for itself, and what follows. */
class FiguresTest {

    private static final String FIGURES = """
            figures:
              - {id: threshold, title: Points, as: number, published: 90}
              - {id: budget, title: Money, as: money, published: 30000, today: 50000}
              - {id: start, title: First month, as: month, published: February, today: November}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "It takes {{threshold}} points.;It takes 90 points.",
                "{{= budget}} * 2;50000 * 2",
                "{{budget}} a year;$50,000 a year",
                "{{start}} to {{start + 11}};November to October",
                "{{#threshold.today}}new{{/threshold.today}}{{^threshold.today}}as published{{/threshold.today}};as published",
                "{{#budget.today}}Now {{budget}}.{{/budget.today}}{{^budget.today}}$30,000.{{/budget.today}};Now $50,000.",
                "${{ variables.of_a_pipeline }};${{ variables.of_a_pipeline }}"
            })
    void textsShowThem(String written, String shown) {
        Problems problems = new Problems();

        assertThat(figures(problems).filled("a.md", written, problems)).isEqualTo(shown);
        assertThat(problems.inOrder()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "one\\n {{treshold}};a.md:2:2: error: “treshold” is not one of the program's figures.;threshold",
                "{{#budget.today}};a.md:1:1: error: {{#budget.today}} has no other half in this line.;one line",
                "{{budget + 2}};a.md:1:1: error: {{budget + 2}} counts months from a figure that is no month.;Drop"
            })
    void whatCannotBeShownIsNamedWhereItStands(String written, String message, String mend) {
        Problems problems = new Problems();

        figures(problems).filled("a.md", written.replace("\\n", "\n"), problems);

        assertThat(problems.inOrder()).hasSize(1);
        assertThat(problems.inOrder().get(0).toString()).startsWith(message).contains(mend);
    }

    @Test
    void aFigureThatNothingShowsIsAWarning() {
        Map<String, String> texts = AuthorsPage.course();
        texts.merge("figures.yaml", "  - {id: unused, title: Unused, as: number, published: 1}\n", String::concat);

        assertThat(CurriculumReader.read(new ProgramFiles(texts)).problems())
                .extracting(Problem::toString)
                .containsExactly("figures.yaml:7:5: warning: No text shows the figure “unused”."
                        + " → Write {{unused}} where it counts.");
    }

    /** Whatever an organization sets, no key may become wrong and no formula senseless. */
    @Test
    void theBuiltInProgramHoldsWithOtherFigures() {
        Map<String, String> texts = new HashMap<>(ProgramFiles.builtIn().texts());
        String changed = texts.get("figures.yaml")
                .replace("published: 90", "published: 90\n    today: 100")
                .replace("published: 3\n", "published: 3\n    today: 3.5\n")
                .replace("published: February", "published: February\n    today: July");
        texts.put("figures.yaml", changed);
        Reading reading = CurriculumReader.read(new ProgramFiles(texts));

        assertThat(CurriculumLinter.lint(reading)).isEmpty();
        Question missing =
                reading.readable().question("customer-journey", "mql-p2").orElseThrow();
        assertThat(missing.prompt(1)).startsWith("Your threshold today is 100 points.");
        assertThat(reading.readable()
                        .course("customer-journey")
                        .orElseThrow()
                        .objectives()
                        .get(0)
                        .lesson())
                .asString()
                .contains("MQL threshold today is 100 points");
        assertThat(CurriculumReader.read(ProgramFiles.builtIn()).readable().toString())
                .doesNotContain("{{")
                .doesNotContain("Your fiscal year")
                .contains("Q1 is February to April");
    }

    private static Figures figures(Problems problems) {
        Figures figures = new Figures();
        Yaml.parse("figures.yaml", FIGURES, 0, problems)
                .ifPresent(node -> figures.read(new Fields("figures.yaml", 0, node, problems)));
        return figures;
    }
}
