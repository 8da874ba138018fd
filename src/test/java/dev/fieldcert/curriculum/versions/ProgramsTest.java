package dev.fieldcert.curriculum.versions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.fieldcert.curriculum.files.ProgramFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

class ProgramsTest {

    /** Reads well; only trying the formula out shows what is wrong with it. */
    private static final String COMPUTED = "answer: open - dead + new";

    private static final String NEVER_COMPUTED = "answer: open / (dead - dead)";

    private final MongoOperations mongo = mock(MongoOperations.class);

    @TempDir
    private Path folder;

    private void builtInProgramWithAFormulaThatCannotBeComputed() throws IOException {
        for (Map.Entry<String, String> file : ProgramFiles.builtIn().texts().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue().replace(COMPUTED, NEVER_COMPUTED));
        }
    }

    private Programs begun() {
        Programs programs = new Programs(mongo, new ProgramSettings(folder.toString()), List::of);
        programs.afterSingletonsInstantiated();
        return programs;
    }

    @Test
    void aFolderThatIsNotThereIsNamedWithItsSetting() {
        folder = folder.resolve("nowhere");

        assertThatThrownBy(() -> begun())
                .hasMessage("fieldcert.program.folder cannot be used: " + folder + " is not a folder.");
    }

    @Test
    void aProgramThatWasNeverTaughtHereIsLintedBeforeItIs() throws IOException {
        builtInProgramWithAFormulaThatCannotBeComputed();

        assertThatThrownBy(() -> begun())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be computed");
    }

    @Test
    void aProgramThatWasTaughtHereIsTaughtAgainAndLintedForWhoeverAsks() throws IOException {
        builtInProgramWithAFormulaThatCannotBeComputed();
        when(mongo.exists(any(Query.class), eq(Programs.Stored.class))).thenReturn(true);

        Programs programs = begun();

        assertThat(programs.current().courses()).isNotEmpty();
        assertThat(programs.problems())
                .anyMatch(problem -> problem.isError() && problem.toString().contains("cannot be computed"));
        assertThat(programs.reload().replaced()).isFalse();
    }

    @Test
    void aFileThatCannotBeReadStopsTheStartWhateverWasTaughtBefore() throws IOException {
        builtInProgramWithAFormulaThatCannotBeComputed();
        when(mongo.exists(any(Query.class), eq(Programs.Stored.class))).thenReturn(true);
        Files.writeString(folder.resolve("forecasting/course.yaml"), "title: [");

        assertThatThrownBy(() -> begun())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("forecasting/course.yaml");
    }
}
