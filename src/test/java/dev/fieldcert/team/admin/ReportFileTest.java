package dev.fieldcert.team.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    @TempDir
    Path folder;

    @Test
    void theFileIsUtf8WithAMarkAndCrLf() throws IOException {
        Path file = folder.resolve("report.csv");
        try (ReportFile report = new ReportFile(file)) {
            report.write(new ReportRow(
                    "U1",
                    "=HYPERLINK(\"http://x\")",
                    "zoë@example.com",
                    null,
                    "spring, 27",
                    false,
                    "applying-devops",
                    "Applying DevOps",
                    ReportRow.Standing.OVERDUE,
                    0.333,
                    1,
                    null,
                    LocalDate.of(2026, 1, 31),
                    Instant.parse("2026-01-01T10:00:00.123Z"),
                    null,
                    Instant.parse("2026-01-02T10:00:00Z"),
                    null));
            assertThat(report.rows()).isEqualTo(1);
        }

        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8).split("\r\n"))
                .hasSize(2)
                .endsWith("U1,\"'=HYPERLINK(\"\"http://x\"\")\",zoë@example.com,,\"spring, 27\",no,applying-devops,"
                        + "Applying DevOps,overdue,33,1,,2026-01-31,2026-01-01T10:00:00Z,,2026-01-02T10:00:00Z,");
    }
}
