package dev.fieldcert.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.ProgramFiles;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgramDiffTest {

    private static final Map<String, String> FILES = ProgramFiles.builtIn().texts();

    private static Program read(Map<String, String> files) {
        return CurriculumReader.read(new ProgramFiles(files)).readable();
    }

    @Test
    void theSameFilesDoNotDiffer() {
        assertThat(ProgramDiff.between(read(FILES), read(FILES)).isEmpty()).isTrue();
    }

    @Test
    void aRewordedLessonIsNamedWithItsObjective() {
        Map<String, String> changed = new TreeMap<>(FILES);
        String lesson = FILES.keySet().stream()
                .filter(path -> path.startsWith("applying-devops/") && path.endsWith(".md"))
                .findFirst()
                .orElseThrow();
        changed.computeIfPresent(lesson, (path, text) -> text + "\nOne more sentence.\n");

        ProgramDiff diff = ProgramDiff.between(read(FILES), read(changed));

        assertThat(diff.changed()).containsOnlyKeys("applying-devops");
        assertThat(diff.changed().get("applying-devops"))
                .singleElement()
                .asString()
                .startsWith("lesson of ");
        assertThat(diff.added()).isEmpty();
        assertThat(diff.removed()).isEmpty();
    }
}
