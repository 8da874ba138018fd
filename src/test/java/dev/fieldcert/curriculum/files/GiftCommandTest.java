package dev.fieldcert.curriculum.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.lint.LintCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moving questions between GIFT and YAML, in files and by command. */
class GiftCommandTest {

    private static final String GIFT = "applying-devops/questions/devops-terms.gift";

    @TempDir
    private Path folder;

    @Test
    void aGiftFileInACourseFolderIsReadLikeYaml() {
        Reading reading = CurriculumReader.read(new ProgramFiles(AuthorsPage.course()));

        assertThat(reading.program().orElseThrow().question("applying-devops", "devops-terms-g1"))
                .isPresent();
        assertThat(reading.place("applying-devops/devops-terms-g1").file()).isEqualTo(GIFT);
    }

    @Test
    void aGiftFileWithAnErrorIsNotHalfImported() {
        Map<String, String> texts = AuthorsPage.course();
        texts.put(GIFT, texts.get(GIFT) + "\n::devops-terms-g3::Tell me. {}\n");
        Reading reading = CurriculumReader.read(new ProgramFiles(texts));

        assertThat(reading.program()).isEmpty();
        assertThat(reading.problems())
                .singleElement()
                .asString()
                .startsWith(GIFT + ":13:30: error: “devops-terms-g3”: An essay has to be reviewed by a person.");
        assertThat(reading.readable().question("applying-devops", "devops-terms-g1"))
                .isEmpty();
    }

    @Test
    void aGiftQuestionKeepsTheRulesOfTheYamlOnes() {
        Map<String, String> texts = AuthorsPage.course();
        texts.put(GIFT, "::devops-terms-g1::Which? {\n=x\n~x#Why\n####z\n}\n");

        assertThat(CurriculumReader.read(new ProgramFiles(texts)).problems())
                .singleElement()
                .asString()
                .startsWith(GIFT + ":1:1: error: Question “devops-terms-g1”: “x” appears in “options” twice.");
    }

    @Test
    void aProgramWithATextStillToBeWrittenIsNotTaught() {
        Map<String, String> texts = AuthorsPage.course();
        texts.put(GIFT, "::devops-terms-g1::Which? {\n=x\n~y\n####z\n}\n");
        Reading reading = CurriculumReader.read(new ProgramFiles(texts));

        assertThat(reading.program()).isEmpty();
        assertThat(reading.problems())
                .anyMatch(problem -> problem.toString()
                        .startsWith(
                                GIFT + ":1:1: error: The question “devops-terms-g1” has a text that is still to be"));
    }

    @Test
    void importingWritesAFileThatReadsAndNeverOverwritesOne() throws IOException {
        Path gift = write("in.gift", AuthorsPage.course().get(GIFT));
        Path yaml = folder.resolve("out.yaml");

        assertThat(run("gift-import", gift.toString(), yaml.toString()))
                .startsWith("0 2 practice and 0 check questions");
        assertThat(run("gift-import", gift.toString(), yaml.toString()))
                .startsWith("2 ")
                .contains("already exists");
        assertThat(run("gift-import", gift.toString())).isEqualTo("0 " + Files.readString(yaml));
        assertThat(run("gift-export", yaml.toString(), "practice"))
                .startsWith("0 $CATEGORY: practice")
                .contains("::devops-terms-g2::");
    }

    @Test
    void importingLeavesOutByNameWhatCannotBeTakenOver() throws IOException {
        Path gift = write("in.gift", "::a::It is. {T####Yes.}\n\n::b::Tell me. {}\n\n::c::Is it? {T}\n");
        Path yaml = folder.resolve("out.yaml");

        assertThat(run("gift-import", gift.toString(), yaml.toString()))
                .startsWith("1 " + gift + ":3:16: error: “b”: An essay")
                .contains(gift + ":5:14: warning: A to-do is left here: say why the right answer is right.")
                .endsWith("2 practice and 0 check questions written to " + yaml
                        + ". Questions with errors were left out.\n");
        assertThat(yaml).content().contains("id: a", "id: c", "TO DO: say why").doesNotContain("id: b");
    }

    @Test
    void importingPutsQuestionsOfAnyCategoryIntoThePoolThatIsAskedFor() throws IOException {
        Path gift = write("in.gift", "$CATEGORY: $course$/top/Geography\n\n::a::It is. {T####Yes.}\n");
        Path yaml = folder.resolve("out.yaml");

        assertThat(run("gift-import", gift.toString(), yaml.toString(), "--pool", "check"))
                .startsWith("0 ")
                .contains("warning: “Geography” is not a pool: what follows goes to check.")
                .contains("0 practice and 1 check questions");
        assertThat(run("gift-import", gift.toString(), "--pool", "exam")).startsWith("2 Usage:");
        assertThat(run("gift-import", gift.toString(), "--pool")).startsWith("2 Usage:");
    }

    @Test
    void aFileWithoutAQuestionAndOneOfAnotherEncodingWriteNothing() throws IOException {
        Path yaml = folder.resolve("out.yaml");
        Path empty = write("in.gift", "// nothing yet\n");
        Path latin = Files.write(
                folder.resolve("latin.gift"), "// a\n::g::Größe?{T####Ja.}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run("gift-import", empty.toString(), yaml.toString()))
                .startsWith("1 " + empty + ":1:1: error: There is no question in this file.")
                .endsWith("Nothing was converted.\n");
        assertThat(run("gift-import", latin.toString(), yaml.toString()))
                .startsWith("1 " + latin + ":2:8: error: A character in line 2 is not UTF-8. → Save the file as UTF-8.")
                .endsWith("Nothing was converted.\n");
        assertThat(yaml).doesNotExist();
    }

    @Test
    void exportingNamesWhatGiftCannotSay() throws IOException {
        Path yaml = write("q.yaml", AuthorsPage.course().get("applying-devops/questions/devops-terms.yaml"));

        assertThat(run("gift-export", yaml.toString(), "check"))
                .startsWith("1 ")
                .contains("// left out devops-terms-c1: GIFT cannot say putting steps in order")
                .contains("// left out devops-terms-c4: GIFT cannot say a conversation that branches");
    }

    @Test
    void wordsItDoesNotKnowGetTheUsage() {
        assertThat(run("gift-export", "x", "exam")).startsWith("2 Usage:");
        assertThat(run("gift-import")).startsWith("2 Usage:");
        assertThat(run("gift-import", folder.resolve("none.gift").toString())).startsWith("2 There is no file");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = LintCommand.run(args, new PrintStream(out, true, StandardCharsets.UTF_8));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }
}
