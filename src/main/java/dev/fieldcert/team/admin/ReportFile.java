package dev.fieldcert.team.admin;

import dev.fieldcert.csv.CsvFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The report as CSV for a spreadsheet, with ISO 8601 dates. */
public final class ReportFile implements AutoCloseable {

    private static final List<String> COLUMNS = List.of(
            "learner",
            "name",
            "email",
            "manager",
            "cohort",
            "deactivated",
            "course",
            "title",
            "standing",
            "progress_percent",
            "checks_taken",
            "score_percent",
            "due",
            "enrolled_at",
            "started_at",
            "last_active_at",
            "finished_at");

    private final CsvFile csv;

    /** Writes the header immediately. */
    public ReportFile(Path file) {
        csv = CsvFile.create(file, COLUMNS);
    }

    public void write(ReportRow row) {
        csv.write(Arrays.asList(
                row.learner(),
                row.name(),
                row.email(),
                row.manager(),
                row.cohort(),
                row.deactivated() ? "yes" : "no",
                row.course(),
                row.title(),
                row.standing().words(),
                percent(row.share()),
                row.checks(),
                row.score() == null ? null : percent(row.score()),
                row.due(),
                moment(row.enrolledAt()),
                moment(row.startedAt()),
                moment(row.lastActiveAt()),
                moment(row.finishedAt())));
    }

    public long rows() {
        return csv.rows();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", share * 100);
    }

    private static Instant moment(Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public void close() {
        csv.close();
    }
}
