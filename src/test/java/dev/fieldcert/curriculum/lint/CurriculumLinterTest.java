package dev.fieldcert.curriculum.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.files.AuthorsPage;
import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.curriculum.files.ProgramFiles;
import dev.fieldcert.curriculum.question.ShortAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the linter, broken once. */
class CurriculumLinterTest {

    private static final String COURSE = "applying-devops/course.yaml";
    private static final String LESSON = "applying-devops/lessons/devops-terms.md";
    private static final String QUESTIONS = "applying-devops/questions/devops-terms.yaml";

    private final Map<String, String> texts = AuthorsPage.course();

    @Test
    void aPoolSmallerThanItsDrawIsAnError() {
        change(COURSE, "shown-by: [3 of 3, 5 of 6]", "shown-by: [15 of 20]");

        assertThat(lint())
                .singleElement()
                .asString()
                .startsWith(QUESTIONS)
                .contains("error: The check pool of “devops-terms” has 6 questions; 1 attempt at “15 of 20” takes 20.");
    }

    @Test
    void variablesWithFewAnswersAreAWarning() {
        change(
                QUESTIONS,
                "closed: {from: 100000, to: 300000, step: 10000",
                "closed: {from: 100000, to: 300000, step: 100000");

        assertThat(lint())
                .singleElement()
                .asString()
                .contains("warning: The variables give only 1")
                .contains("until there are 50");
    }

    @Test
    void moreThanTwoLinksOnACardAreAWarning() {
        change(
                "applying-devops/lessons/devops-terms.md",
                "[links](https://example.com)",
                "[a](https://example.com), [b](https://example.com), [c](https://example.com)");

        assertThat(lint()).singleElement().asString().contains("warning: The card has 3 links.");
    }

    @Test
    void aPoolThatIsTooSmallForTheAttemptsIsAnError() {
        texts.put(QUESTIONS, texts.get(QUESTIONS).replaceAll("(?s)  - id: devops-terms-c6.*", ""));

        assertThat(lint())
                .singleElement()
                .asString()
                .contains(
                        "error: The check pool of “devops-terms” has 5 questions; 1 attempt at “3 of 3, or 5 of 6” takes 6.");
    }

    @Test
    void moreAttemptsWantALargerPool() {
        change(COURSE, "attempts: 1\n", "attempts: 2\n");

        assertThat(lint()).singleElement().asString().contains("2 attempts at “3 of 3, or 5 of 6” take 8.");
    }

    @Test
    void theSameQuestionInBothPoolsIsAnError() {
        String statement = """
                  - id: devops-terms-c7
                    kind: true-false
                    ask: An  MQL has already been accepted by sales.
                    answer: true
                    explain: Not so.
                """;
        texts.put(QUESTIONS, texts.get(QUESTIONS) + statement);

        assertThat(lint()).singleElement().asString().contains("error: The same question is already at " + QUESTIONS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "answer: closed / quota;answer: closed / (quota - 400000);cannot be computed for {quota=400000",
                "{answer: quota - closed,;{answer: quota - closed - commit + 0,;No variables were found for which every mistake is wrong",
                "where: [closed + commit < quota];where: [closed > quota + 900000];No variables were found that fulfill every “where”",
                "where: [closed + commit < quota];where: [closed + commit];A condition cannot be computed",
                "\"{closed} ÷ {quota} = {answer}\";\"{= 1 / (quota - 400000)}\";A text cannot be filled with variables"
            })
    void aFormulaThatFailsForSomeSeedIsAnError(String right, String wrong, String message) {
        change(QUESTIONS, right, wrong);

        assertThat(lint()).singleElement().asString().contains(": error: ").contains(message);
    }

    @Test
    void aPhraseOfTwoCardsIsAWarning() {
        change(
                LESSON,
                "---\n## DevOps",
                "  - card: What people get wrong\n    phrases: [\"Is DevOps a tool?\"]\n---\n## DevOps");

        assertThat(lint())
                .singleElement()
                .asString()
                .contains("warning: “Is DevOps a tool?” is also what the card at " + LESSON);
    }

    @Test
    void aPhraseForNoCardIsAnError() {
        change(LESSON, "card: DevOps is a way", "card: DevOps is the way");

        assertThat(lint())
                .singleElement()
                .asString()
                .contains("error: The lesson has no card “DevOps is the way of working, not a tool”.")
                .contains("Did you mean “DevOps is a way of working, not a tool”?");
    }

    @Test
    void aFigureThatIsNeverUsedIsAWarning() {
        change(QUESTIONS, "closed: {from: 100000", "idle: {from: 1, to: 2, step: 1}\n      closed: {from: 100000");

        assertThat(lint()).singleElement().asString().contains("warning: The figure “idle” is drawn and never used");
    }

    @Test
    void aFigureThatIsOnlyShownIsUsed() {
        change(QUESTIONS, "answer: closed / quota", "answer: closed / 400000");

        assertThat(lint()).noneMatch(problem -> problem.contains("never used"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "text: A second tool for the security team beside it;text: None of the above;refers to other options",
                "text: A second tool for the security team beside it;text: A tool that always works;Absolute words",
                "text: People and process change along with the tool;text: People and process and everything else change along"
                        + " with the tool, and then some more, and then again;much longer than the wrong ones",
                "What is missing?;What is not missing?;turns on a negative",
                "What is missing?;Something is missing.;ends without a question",
                "A release train once a quarter;All of these one after another;refers to other options",
                "{text: A release train once a quarter,;{text: A release train once a quarter, right: true,;Every option is right",
                "categories: [Pipeline management, Forecasting];categories: [Pipeline management, Forecasting, Neither];Nothing"
                        + " belongs to the category “Neither”",
                "{answer: Adapt,;{answer: act,;The mistake “act” is accepted as right"
            })
    void itemsThatGiveThemselvesAwayAreWarnedOf(String right, String wrong, String message) {
        change(QUESTIONS, right, wrong);

        assertThat(lint()).singleElement().asString().contains(": warning: ").contains(message);
    }

    @Test
    void howManyAreRightIsToldByChoiceAndNotByHabit() {
        change(QUESTIONS, "Which of these shorten", "Which two of these shorten");
        assertThat(lint()).isEmpty();

        change(QUESTIONS, "say-how-many: true", "say-how-many: false");
        assertThat(lint()).singleElement().asString().contains(": warning: ").contains("how many options are right");
    }

    @Test
    void aGapAtTheEndAsks() {
        change(QUESTIONS, "What is missing?", "What is missing is ____");

        assertThat(lint()).isEmpty();
    }

    @Test
    void emphasisedNegativesAreFine() {
        change(QUESTIONS, "What is missing?", "What is **NOT** missing?");

        assertThat(lint()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "10–20%;20–30%;30–40%;true",
                "10–19%;20–29%;30–39%;false",
                "less than 10;10 to 20;more than 20;false",
                "up to 10;10 to 20;over 20;true",
                "$10k to $20k;$15k-$30k;$40k to $50k;true",
                "12;15;20;false",
                "a;b;10–20;false",
                "10–20;15–25;neither;true",
                "neither;10–20;15–25;true"
            })
    void optionsThatOverlapAreWarnedOf(String one, String two, String three, boolean overlap) {
        change(QUESTIONS, "- text: People and process change along with the tool", "- text: \"" + one + "\"");
        change(QUESTIONS, "- text: A second tool for the security team beside it", "- text: \"" + two + "\"");
        change(QUESTIONS, "- text: A DevOps team between development and operations", "- text: \"" + three + "\"");

        assertThat(lint()).hasSize(overlap ? 1 : 0);
        assertThat(lint()).allMatch(line -> line.contains("Two options overlap"));
    }

    @Test
    void patternsAmongRightAnswersAreWarnedOf() {
        StringBuilder more = new StringBuilder();
        for (int i = 7; i < 12; i++) {
            more.append("""
                      - id: devops-terms-c%d
                        kind: single-choice
                        ask: What is number %d?
                        options:
                          - {text: The right one, right: true}
                          - {text: A wrong, why: No.}
                          - {text: Another, why: No.}
                        explain: It is.
                    """.formatted(i, i));
        }
        texts.put(QUESTIONS, texts.get(QUESTIONS) + more);

        assertThat(lint())
                .hasSize(2)
                .anyMatch(line -> line.contains("In 5 of 5 choice questions here the longest option is right"))
                .anyMatch(line -> line.contains("In 5 of 5 questions here the right option is at place a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "](https://example.com);](page.html);error: The link to “page.html” leads nowhere",
                "(#devops-is-a-way-of-working-not-a-tool);(#devops-is-a-tool);error: The link to “#devops-is-a-tool” leads nowhere",
                "**bold**;<b>bold</b>;warning: Slack shows HTML",
                "**bold**;![alt](https://example.com/a.png);warning: Slack shows no picture inside a text"
            })
    void aLessonIsHeldAgainstWhatSlackCanShow(String right, String wrong, String message) {
        change(LESSON, right, wrong);
        String before = texts.get(LESSON).substring(0, texts.get(LESSON).indexOf(wrong.substring(0, 3)));
        long line = before.chars().filter(c -> c == '\n').count() + 1;

        assertThat(lint()).isNotEmpty().allMatch(found -> found.startsWith(LESSON + ":" + line + ":"));
        assertThat(lint().get(0)).contains(message);
    }

    @Test
    void aLessonIsShortAndNamesItsSources() {
        texts.keySet().removeIf(path -> path.contains("/pictures/") || path.equals("figures.yaml"));
        texts.put(LESSON, "---\nobjective: devops-terms\n---\n## One\n\n" + "long ".repeat(301) + "\n");

        assertThat(lint())
                .hasSize(3)
                .anyMatch(line -> line.contains("The lesson has 1 cards."))
                .anyMatch(line -> line.contains("The lesson names no source."))
                .anyMatch(line -> line.contains("more than ninety seconds"));
    }

    @Test
    void aTextOverTheLimitsIsAnError() {
        change(QUESTIONS, "text: A second tool for the security team beside it", "text: " + "x".repeat(141));

        assertThat(lint()).singleElement().asString().contains("“text” has 141 characters; there is room for 140.");
    }

    @Test
    void aQuestionThatFillsMoreThanAScreenIsAnError() {
        StringBuilder items = new StringBuilder("    categories: [A, B]\n    items:\n");
        for (char i = 'a'; i < 'm'; i++) {
            items.append("      - {text: %s, category: %s}\n"
                    .formatted(String.valueOf(i).repeat(140), i < 'c' ? "A" : "B"));
        }
        String question =
                "  - id: devops-terms-c7\n    kind: sorting\n    ask: Which?\n" + items + "    explain: So.\n";
        texts.put(QUESTIONS, texts.get(QUESTIONS) + question);
        assertThat(lint()).isEmpty();

        change(QUESTIONS, "ask: Which?", "ask: " + "Which? ".repeat(200));

        assertThat(lint()).singleElement().asString().contains("error: Written out, the question has 309");
    }

    /** Two short answers, so that each can be held against the other. */
    private void asks(String accepted, String otherAsks) {
        texts.put(QUESTIONS, texts.get(QUESTIONS) + """
                  - id: devops-terms-c7
                    kind: short-answer
                    ask: What is it called?
                    accept: ["%s"]
                    explain: So.
                  - id: devops-terms-c8
                    kind: true-false
                    ask: %s
                    answer: true
                    explain: So.
                """.formatted(accepted, otherAsks));
    }

    @Test
    void whatPeopleTypeAndWouldBeRefusedIsAWarning() {
        asks("Search and rescue", "Somebody is there.");

        assertThat(lint())
                .singleElement()
                .asString()
                .contains("warning: Learners type this, too, and it would be refused: “Search & rescue”.");
    }

    @Test
    void aQuestionThatSaysWhatAnotherAsksForIsAWarning() {
        asks("lead time for changes", "The lead time for changes falls with small batches.");

        assertThat(lint())
                .singleElement()
                .asString()
                .contains("warning: The text says “lead time for changes”, which is what devops-terms-c7 asks for.");
    }

    @Test
    void scenesWhoseBestChoiceIsAlwaysTheLongestAreAWarning() {
        StringBuilder scenes = new StringBuilder();
        for (int i = 1; i <= 4; i++) {
            scenes.append("""
                          - id: s%d
                            text: Scene %d.
                            choices:
                              - {text: The choice that takes many more words, points: 2, to: %s, consequence: Yes.}
                              - {text: The short one, points: 0, to: end, consequence: No.}
                    """.formatted(i, i, i == 4 ? "end" : "s" + (i + 1)));
        }
        texts.put(QUESTIONS, texts.get(QUESTIONS) + """
                  - id: devops-terms-c7
                    kind: scenario
                    ask: Find a way.
                    start: s1
                    scenes:
                %s    explain: So.
                """.formatted(scenes));

        assertThat(lint()).anySatisfy(line -> assertThat(line).contains("scenes here the longest choice is the best"));
    }

    @Test
    void patternsAndTimesAreAccepted() {
        texts.put(QUESTIONS, texts.get(QUESTIONS) + """
                  - id: devops-terms-c7
                    kind: short-answer
                    ask: How long?
                    accept: [48 hours]
                    patterns: ["[at most] 48 hours"]
                    any-unit-of-time: true
                    explain: So.
                """);

        ShortAnswer asked = (ShortAnswer) CurriculumReader.read(new ProgramFiles(texts))
                .readable()
                .question("applying-devops", "devops-terms-c7")
                .orElseThrow();
        assertThat(List.of("two days", "2 days", "at most 48 hrs", "within 2 days"))
                .allMatch(asked::accepts);
        assertThat(List.of("2 weeks", "48 days", "at least 48 hours", "one day"))
                .noneMatch(asked::accepts);
    }

    private void adds(String question) {
        texts.put(QUESTIONS, texts.get(QUESTIONS).stripTrailing() + "\n" + question);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"5 – 6;5 - 6", "**Five** of six;five of  six", "Jo's;Jo’s"})
    void optionsThatLookTheSameAreAnError(String one, String other) {
        adds("""
                  - id: devops-terms-c7
                    kind: single-choice
                    ask: How did it change?
                    options:
                      - {text: "%s", right: true}
                      - {text: "%s", why: It did not.}
                    explain: As the figures say.
                """.formatted(one, other));

        assertThat(lint()).anySatisfy(problem -> assertThat(problem).contains("error: ", "appears in “options” twice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[all](!channel)", "[x](<https://example.com/a b>)", "[y](https://example.com/a|b)"})
    void aLinkInAQuestionThatLeadsNowhereIsAnError(String link) {
        adds("""
                  - id: devops-terms-c7
                    kind: true-false
                    ask: Does it count?
                    answer: true
                    explain: "See %s."
                """.formatted(link));

        assertThat(lint()).anySatisfy(problem -> assertThat(problem).contains("error: The link to “", "leads nowhere"));
    }

    @Test
    void anAcceptedAnswerThatIsACommandIsAWarning() {
        adds("""
                  - id: devops-terms-c7
                    kind: short-answer
                    ask: What do you do between two rounds?
                    accept: [Pause, a break]
                    explain: You pause.
                """);

        assertThat(lint())
                .anySatisfy(problem -> assertThat(problem).contains("warning: The answer “Pause” is a command"));
    }

    private void change(String path, String right, String wrong) {
        assertThat(texts.get(path)).contains(right);
        texts.put(path, texts.get(path).replace(right, wrong));
    }

    private List<String> lint() {
        return CurriculumLinter.lint(new ProgramFiles(texts)).stream()
                .map(Problem::toString)
                .toList();
    }
}
