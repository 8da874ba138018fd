package dev.fieldcert.team.admin;

import dev.fieldcert.csv.CsvFile;
import dev.fieldcert.learner.memory.Observed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The retention report as CSV for a spreadsheet: counts, and Wilson's 95 % interval in percent. */
public final class RetentionFile {

    private RetentionFile() {}

    /** @return number of rows written */
    public static long write(Path file, List<RetentionReport.Row> rows) {
        List<String> columns = new ArrayList<>(List.of("course", "objective", "title", "cohort"));
        RetentionReport.DAYS.forEach(days -> columns.addAll(
                List.of("right_" + days, "asked_" + days, "low_percent_" + days, "high_percent_" + days)));
        try (CsvFile csv = CsvFile.create(file, columns)) {
            for (RetentionReport.Row row : rows) {
                List<Object> cells = new ArrayList<>(List.of(row.course(), row.objective(), row.title(), row.cohort()));
                row.observed().forEach(observed -> cells.addAll(cells(observed)));
                csv.write(cells);
            }
            return csv.rows();
        }
    }

    private static List<Object> cells(Observed observed) {
        return observed.of() == 0
                ? Arrays.asList(0, 0, null, null)
                : List.of(observed.right(), observed.of(), percent(observed.low()), percent(observed.high()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", share * 100);
    }
}
