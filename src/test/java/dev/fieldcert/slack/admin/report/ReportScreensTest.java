package dev.fieldcert.slack.admin.report;

import dev.fieldcert.slack.SomeCourse;
import dev.fieldcert.slack.admin.LargeScreens;
import dev.fieldcert.slack.blockkit.Golden;
import dev.fieldcert.team.admin.Report;
import dev.fieldcert.team.admin.ReportRow;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The report, as it looks. */
class ReportScreensTest {

    private static final LocalDate DUE = LocalDate.of(2027, 3, 31);

    @Test
    void theReport() {
        ReportRow row = new ReportRow(
                "U0ADA",
                "Ada <Brandt>",
                "ada@example.com",
                null,
                null,
                false,
                "plans",
                "Plans & Territories",
                ReportRow.Standing.OVERDUE,
                0.4,
                1,
                null,
                DUE,
                SomeCourse.NOW,
                null,
                SomeCourse.NOW,
                null);
        Golden.assertMatches("admin/report", ReportMessages.page(new Report.Page(List.of(row), Optional.of("U1"), 40)));
        Golden.assertMatches(
                "admin/report-empty", ReportMessages.page(new Report.Page(List.of(), Optional.empty(), 0)));
        Golden.assertMatches("admin/report-written", ReportMessages.written("Certification report", 100_000));
    }

    @Test
    void aPageOfTheReport() {
        ReportRow row = new ReportRow(
                "U0ADA",
                "W".repeat(80),
                "ada@example.com",
                null,
                null,
                false,
                "plans",
                LargeScreens.LONG_TITLE,
                ReportRow.Standing.WAITING_FOR_REVIEW,
                1,
                1,
                null,
                LocalDate.of(2027, 3, 31),
                SomeCourse.NOW,
                null,
                SomeCourse.NOW,
                null);
        LargeScreens.slackTakes(
                ReportMessages.page(new Report.Page(Collections.nCopies(60, row), Optional.of("U1"), 100_000)));
    }
}
