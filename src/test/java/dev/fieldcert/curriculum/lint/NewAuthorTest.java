package dev.fieldcert.curriculum.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.files.AuthorsPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody copies the page's examples into a folder, and makes the mistakes people make. */
class NewAuthorTest {

    private static final String QUESTIONS = "applying-devops/questions/devops-terms.yaml";

    @TempDir
    private Path folder;

    @Test
    void aCourseFolderCopiedFromTheDocsWorks() throws IOException {
        write(AuthorsPage.course());

        assertThat(lint()).contains("0 errors, 0 warnings.");
    }

    @Test
    void fiveTypicalMistakesOfANewAuthorAreEachExplainedByFileAndLine() throws IOException {
        Map<String, String> texts = AuthorsPage.course();
        change(texts, QUESTIONS, "ask: Put the OODA loop in order.", "ask: In order: put the OODA loop.");
        assertMistake(texts, QUESTIONS, "ask: In order", "mapping values are not allowed here", "quotation marks");

        texts = AuthorsPage.course();
        change(texts, QUESTIONS, "    explain: Each step needs what the one before it found.\n", "");
        assertMistake(
                texts, QUESTIONS, "id: devops-terms-c1", "“explain” is missing in ordering.", "Add “explain: …”.");

        texts = AuthorsPage.course();
        change(texts, QUESTIONS, "consequence: \"She is polite, and busy.\"", "consequence: She is polite, and busy.");
        assertMistake(texts, QUESTIONS, "and busy.", "“and busy.” is not a key of a choice.", "inside { } a comma");

        texts = AuthorsPage.course();
        change(texts, QUESTIONS, "        right: true\n", "");
        assertMistake(
                texts,
                QUESTIONS,
                "- text: People and process",
                "A single-choice question has exactly one right option, but this one has 0.",
                "Mark it with “right: true”.");

        texts = AuthorsPage.course();
        change(texts, "applying-devops/course.yaml", "shown-by: [", "shownby: [");
        assertMistake(
                texts,
                "applying-devops/course.yaml",
                "shownby: [",
                "“shownby” is not a key of check.",
                "Did you mean “shown-by”?");
    }

    @Test
    void filesThatAreNotReadAreNamed() throws IOException {
        write(AuthorsPage.course());
        Files.writeString(folder.resolve("applying-devops/lessons/more.markdown"), "# More");
        Files.writeString(folder.resolve(".hidden"), "");

        assertThat(lint().lines().findFirst().orElseThrow())
                .startsWith("Not read")
                .endsWith(": applying-devops/lessons/more.markdown");
    }

    @Test
    void theTableCountsPoolsKindsAndPositions() throws IOException {
        write(AuthorsPage.course());

        assertThat(lint("--stats"))
                .containsPattern("objective +cards +practice +check +single-choice +multiple-choice +true-false")
                .containsPattern("applying-devops/devops-terms +2 +8 +6 +2 +1 +3 +1 +1 +1 +1 +2 +1 +1 +a 2 +1/2");
    }

    @Test
    void whatExpertsExpectStandsBesideTheRule() throws IOException {
        Map<String, String> texts = AuthorsPage.course();
        String questions = "applying-devops/questions/devops-terms.yaml";
        String text = texts.get(questions);
        int check = text.indexOf("\ncheck:");
        texts.put(
                questions,
                text.substring(0, check)
                        + text.substring(check).replaceFirst("(?m)^    kind: ", "    angoff: 70%\n    kind: "));
        write(texts);

        assertThat(lint("--stats"))
                .containsPattern("Angoff +questions +expected +implied +rule +lets through")
                .containsPattern("applying-devops/devops-terms +1 of 6 +0.70 +5 of 6 +3 of 3, or 5 of 6 +0.49");

        change(texts, questions, "angoff: 70%", "angoff: 70");
        assertMistake(texts, questions, "    angoff: 70", "lies between 0 and 1", "0.7 or 70%");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        folder = folder.resolve("nowhere");

        assertThat(lint()).startsWith("Cannot read it: ").contains("nowhere is not a folder");
    }

    private void assertMistake(Map<String, String> texts, String file, String marker, String message, String mend)
            throws IOException {
        write(texts);
        String text = texts.get(file);
        long line = text.substring(0, text.indexOf(marker)).lines().count();
        line += text.substring(0, text.indexOf(marker)).endsWith("\n") ? 1 : 0;
        String place = file + ":" + line + ":";
        assertThat(lint().lines())
                .as(marker)
                .anyMatch(found -> found.startsWith(place) && found.contains(message) && found.contains(mend));
    }

    private static void change(Map<String, String> texts, String path, String right, String wrong) {
        assertThat(texts.get(path)).contains(right);
        texts.put(path, texts.get(path).replace(right, wrong));
    }

    private void write(Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> file : texts.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private String lint(String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] args = new String[options.length + 2];
        args[0] = "lint";
        args[1] = folder.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        LintCommand.run(args, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
