package dev.fieldcert.curriculum.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.MasteryRule;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.curriculum.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurriculumReaderTest {

    private static final String COURSE = "applying-devops/course.yaml";
    private static final String QUESTIONS = "applying-devops/questions/devops-terms.yaml";
    private static final String LESSON = "applying-devops/lessons/devops-terms.md";

    @Test
    void theExamplesOfTheAuthorsPageBecomeAProgram() {
        Reading reading = CurriculumReader.read(new ProgramFiles(AuthorsPage.course()));

        assertThat(reading.problems()).isEmpty();
        Program program = reading.program().orElseThrow();
        Course course = program.course("applying-devops").orElseThrow();
        Objective objective = course.objective("devops-terms").orElseThrow();
        assertThat(program.path("pipeline").orElseThrow().certificate()).isPresent();
        assertThat(course.check().coolDown()).isEqualTo(Duration.ofHours(24));
        assertThat(course.check().rule())
                .isEqualTo(MasteryRule.read(List.of("3 of 3", "5 of 6")).orElseThrow());
        assertThat(course.badge().validFor()).isEqualTo(Period.ofMonths(12));
        assertThat(objective.lesson().cards()).hasSize(2);
        assertThat(objective.lesson().cards().get(0).title()).isEqualTo("DevOps is a way of working, not a tool");
        assertThat(objective.practice()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(objective.checkPool()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(objective.assignment().orElseThrow().maxPoints()).isEqualTo(16);
    }

    @Test
    void aFolderIsReadLikeItsText(@TempDir Path folder) throws IOException {
        Map<String, String> texts = AuthorsPage.course();
        for (Map.Entry<String, String> file : texts.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, "\uFEFF" + file.getValue().replace("\n", "\r\n"));
        }
        Files.createDirectory(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/config.yaml"), "not: ours");
        Files.writeString(folder.resolve("README.md"), "notes");

        ProgramFiles files = ProgramFiles.of(folder);

        assertThat(files.text(COURSE)).contains(texts.get(COURSE));
        assertThat(files.texts()).doesNotContainKey(".git/config.yaml");
        assertThat(CurriculumReader.read(files).problems()).isEmpty();
    }

    @Test
    void theVersionChangesWithAnyLetterAndWithNothingElse() {
        Map<String, String> texts = AuthorsPage.course();
        String before = new ProgramFiles(texts).version();

        assertThat(before).matches("[0-9a-f]{12}");
        assertThat(new ProgramFiles(AuthorsPage.course()).version()).isEqualTo(before);
        texts.computeIfPresent(LESSON, (path, text) -> text.replace("third silo", "third Silo"));
        assertThat(new ProgramFiles(texts).version()).isNotEqualTo(before);
    }

    @Test
    void theBuiltInProgramIsFoundOnTheClassPathAsInItsFolder() {
        ProgramFiles builtIn = ProgramFiles.builtIn();

        assertThat(builtIn).isEqualTo(ProgramFiles.of(Path.of("src/main/resources/curriculum")));
    }

    @Test
    void aComingCourseNeedsNoLessonsAndNoQuestions() {
        Map<String, String> texts = AuthorsPage.course();
        texts.computeIfPresent(COURSE, (path, text) -> text.replace("status: ready", "status: coming"));
        texts.remove("figures.yaml");
        texts.remove(LESSON);
        texts.remove(QUESTIONS);
        texts.remove("applying-devops/questions/devops-terms.gift");

        Reading reading = CurriculumReader.read(new ProgramFiles(texts));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.program().orElseThrow().courses().get(0).coming()).isTrue();
    }

    @Test
    void missingFilesAreNamed() {
        Map<String, String> texts = AuthorsPage.course();
        texts.remove(LESSON);
        texts.put("applying-devops/lessons/devops-term.md", "misnamed");

        assertThat(problems(texts))
                .singleElement()
                .asString()
                .startsWith(LESSON + ":1:1: error: The lesson of “devops-terms” is missing.")
                .endsWith("→ Is it “applying-devops/lessons/devops-term.md”? Rename that file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void whatIsNestedTooDeeplyIsNamedWithItsPlace(String open) {
        Map<String, String> texts = AuthorsPage.course();
        String close = open.equals("[") ? "]" : open.equals("- ") ? "" : "}";
        texts.put(QUESTIONS, "practice:\n  " + open.repeat(1500) + close.repeat(1500) + "\n");

        assertThat(problems(texts))
                .anyMatch(line -> line.startsWith(QUESTIONS + ":2:" + (3 + 49 * open.length()) + ": error: "
                        + "This is nested too deeply: more than 50 levels."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "**a ", "[a ", "*_"})
    void aLessonNestedHoweverDeeplyIsReadOrRefused(String open) {
        Map<String, String> texts = AuthorsPage.course();
        texts.computeIfPresent(LESSON, (path, text) -> text + "\n" + open.repeat(3000) + "end\n");

        assertThat(problems(texts)).isNotEmpty();
    }

    @Test
    void aRenamedLessonIsOneErrorHoweverItIsNamedNow() {
        Map<String, String> texts = AuthorsPage.course();
        texts.put("applying-devops/lessons/what-devops-means.md", texts.remove(LESSON));

        assertThat(problems(texts))
                .singleElement()
                .asString()
                .endsWith("Is it “applying-devops/lessons/what-devops-means.md”? Rename that file.");
    }

    @Test
    void aCourseInNoPathIsCheckedLikeAnyOther() {
        Map<String, String> texts = AuthorsPage.course();
        texts.put("draft/course.yaml", texts.get(COURSE).replace("id: applying-devops", "id: draft"));

        assertThat(problems(texts))
                .anyMatch(line -> line.startsWith("draft/course.yaml:1:1: warning: No path teaches this course."))
                .anyMatch(line -> line.startsWith(
                        "draft/lessons/devops-terms.md:1:1: error: The lesson of “devops-terms” is missing."));
    }

    @Test
    void aWrittenAnswerDoesNotCertify() {
        Map<String, String> texts = AuthorsPage.course();
        texts.computeIfPresent(QUESTIONS, (path, text) -> text.replace("check:\n", "check:\n" + """
                  - id: devops-terms-c9
                    kind: written
                    ask: What is DevOps?
                    key-points: [One, Two]
                    model-answer: One and two.
                    explain: So it is.
                """));

        assertThat(problems(texts)).singleElement().asString().contains("so they can’t count toward a certificate");
    }

    @Test
    void deadReferencesAreFoundWhereTheyStand() {
        assertThat(problemsWith(COURSE, "moments: [first-outreach]", "moments: [first-outreech]"))
                .anyMatch(line -> line.contains(
                        "There is no moment “first-outreech” in program.yaml. → Did you mean" + " “first-outreach”?"));
        assertThat(problemsWith(COURSE, "assignment: territory-plan", "assignment: plan"))
                .anyMatch(line -> line.contains("There is no assignment “plan”"));
        assertThat(problemsWith(COURSE, "behaviors: [devops-leadership]", "behaviors: [nothing-like-it]"))
                .anyMatch(line -> line.contains("There is no behavior “nothing-like-it”"));
        assertThat(problemsWith("program.yaml", "courses: [applying-devops]", "courses: [applying-dev-ops]"))
                .anyMatch(line -> line.startsWith("program.yaml:7:15: error: There is no course “applying-dev-ops”")
                        && line.endsWith("Did you mean “applying-devops”?"));
    }

    @Test
    void anIdThatIsTakenNamesTheOtherPlace() {
        assertThat(problemsWith(QUESTIONS, "id: devops-terms-c1", "id: devops-terms-p1"))
                .anyMatch(line ->
                        line.contains("The question id “devops-terms-p1” is taken, see " + QUESTIONS + ":2:5."));
    }

    @Test
    void anIdThatIsNotItsFoldersNameIsRefused() {
        assertThat(problemsWith(COURSE, "id: applying-devops ", "id: applying-dev "))
                .anyMatch(line ->
                        line.startsWith(COURSE + ":1:5: error: The id is “applying-dev”, but the name here is"));
    }

    @Test
    void aScenarioThatHangsTogetherBadlyIsExplained() {
        assertThat(problemsWith(QUESTIONS, "to: lost", "to: end"))
                .anyMatch(line -> line.contains("No choice leads to the scene “lost”."));
        assertThat(problemsWith(QUESTIONS, "to: lost", "to: lots"))
                .anyMatch(line -> line.contains("There is no scene “lots”. → Did you mean “lost”?"));
        assertThat(problemsWith(QUESTIONS, "points: 1, to: end", "points: 1, to: call"))
                .anyMatch(line -> line.contains("A way comes back to the scene “call” and need not end."));
    }

    @Test
    void formulasAndNamesInThemAreHeldAgainstTheFigures() {
        assertThat(problemsWith(QUESTIONS, "answer: quota - closed - commit", "answer: quota - closd - commit"))
                .anyMatch(line -> line.contains("“closd” is not one of the variables. → Did you mean “closed”?"));
        assertThat(problemsWith(QUESTIONS, "You closed {closed}", "You closed {close}"))
                .anyMatch(line -> line.contains("In “ask”: {close} is not one of the variables."));
        assertThat(problemsWith(QUESTIONS, "where: [closed + commit < quota]", "where: [RANDOM() < quota]"))
                .anyMatch(line -> line.contains("is not a formula"));
    }

    @Test
    void aCharacterThatIsNotUtf8IsFoundByLineAndColumn(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("program.yaml"), "id: a\ntitle: caf\u00E9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(CurriculumReader.read(ProgramFiles.of(folder)).problems())
                .anyMatch(problem -> problem.toString().startsWith("program.yaml:2:11: error: A character here"));
    }

    @Test
    void anInvisibleCharacterIsFoundByLineAndColumn() {
        assertThat(problemsWith(QUESTIONS, "Put the OODA", "Put \u0007the OODA"))
                .anyMatch(line -> line.matches(".*devops-terms.yaml:\\d+:14: error: A character here, U\\+0007, .*"));
    }

    @Test
    void nothingInAFileMakesReadingThrow() {
        List<String> oddities = List.of(
                "",
                "- a",
                "a",
                "{",
                "a: *b",
                "? [x]\n: y",
                "a: &a [*a]",
                "\t",
                "---\n---\n",
                "id: {}",
                "paths: {a: b}");
        for (String path : AuthorsPage.course().keySet()) {
            for (String oddity : oddities) {
                Map<String, String> texts = AuthorsPage.course();
                texts.put(path, oddity);
                if (path.endsWith(".gift")) {
                    continue;
                }
                assertThat(CurriculumReader.read(new ProgramFiles(texts)).program())
                        .as(path + " with " + oddity)
                        .isEmpty();
            }
        }
        assertThat(CurriculumReader.read(new ProgramFiles(Map.of())).program()).isEmpty();
    }

    private static List<String> problemsWith(String path, String right, String wrong) {
        Map<String, String> texts = AuthorsPage.course();
        assertThat(texts.get(path)).contains(right);
        texts.put(path, texts.get(path).replace(right, wrong));
        return problems(texts);
    }

    private static List<String> problems(Map<String, String> texts) {
        Reading reading = CurriculumReader.read(new ProgramFiles(texts));
        assertThat(reading.program()).isEmpty();
        return Stream.of(reading.problems())
                .flatMap(List::stream)
                .map(Problem::toString)
                .toList();
    }
}
