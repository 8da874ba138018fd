package dev.fieldcert.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fieldcert.learner.memory.Observed;
import dev.fieldcert.learner.memory.Retrieval;
import dev.fieldcert.team.admin.RetentionFile;
import dev.fieldcert.team.admin.RetentionReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamRetentionTest {

    private static final Observed NONE = new Observed(0, 0);

    private static RetentionReport.Row row(String cohort, Observed thirty) {
        return new RetentionReport.Row("c", "o", "=Quota, \"gap\"", cohort, List.of(thirty, NONE, NONE, NONE));
    }

    @Test
    void cohortsAddUp() {
        assertThat(RetentionReport.together(List.of(row("a", new Observed(1, 2)), row("b", new Observed(3, 3)))))
                .containsExactly(row("", new Observed(4, 5)));
    }

    @Test
    void theFileHasCountsAndNoFormula(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("retention.csv");

        assertThat(RetentionFile.write(file, List.of(row("a", new Observed(9, 11)))))
                .isEqualTo(1);
        assertThat(Files.readAllLines(file))
                .element(1)
                .isEqualTo("c,o,\"'=Quota, \"\"gap\"\"\",a,9,11,52,95,0,0,,,0,0,,,0,0,,");
    }

    @Test
    void whatCameTooSoonIsNotCounted() {
        LocalDate day = LocalDate.of(2026, 11, 2);
        assertThat(Observed.after(
                        TeamRetention.DAYS,
                        List.of(new Retrieval(day, 11, false, 2), new Retrieval(day, 46, true, 11))))
                .isEqualTo(new Observed(1, 1));
    }
}
