package dev.fieldcert.team.admin;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The report as CSV for a spreadsheet: UTF-8 with a byte order mark, CR LF line ends, ISO 8601 dates. A cell that a
 * spreadsheet would treat as a formula is prefixed with an apostrophe.
 */
public final class ReportFile implements AutoCloseable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULA = "=+-@\t\r";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
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
                    "finished_at")
            .get();

    private final CSVPrinter printer;
    private int rows;

    /** Writes the header immediately. */
    public ReportFile(Path file) {
        try {
            BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            writer.write(BYTE_ORDER_MARK);
            printer = new CSVPrinter(writer, FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(ReportRow row) {
        try {
            printer.printRecord(
                    safe(row.learner()),
                    safe(row.name()),
                    safe(row.email()),
                    safe(row.manager()),
                    safe(row.cohort()),
                    row.deactivated() ? "yes" : "no",
                    safe(row.course()),
                    safe(row.title()),
                    row.standing().words(),
                    percent(row.share()),
                    row.checks(),
                    row.score() == null ? "" : percent(row.score()),
                    row.due() == null ? "" : row.due(),
                    moment(row.enrolledAt()),
                    moment(row.startedAt()),
                    moment(row.lastActiveAt()),
                    moment(row.finishedAt()));
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int rows() {
        return rows;
    }

    /** Escapes text from users so that no spreadsheet evaluates it as a formula (OWASP: CSV injection). */
    public static String safe(String cell) {
        if (cell == null || cell.isEmpty()) {
            return "";
        }
        return FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", share * 100);
    }

    private static String moment(Instant moment) {
        return moment == null ? "" : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Override
    public void close() {
        try {
            printer.close(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
