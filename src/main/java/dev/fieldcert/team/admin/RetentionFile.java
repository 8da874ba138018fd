package dev.fieldcert.team.admin;

import dev.fieldcert.learner.memory.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The retention report as CSV, in the format of {@link ReportFile}: counts, and Wilson's 95 % interval in percent. */
public final class RetentionFile {

    private RetentionFile() {}

    public static String csv(List<RetentionReport.Row> rows) {
        StringBuilder text = new StringBuilder("\uFEFFcourse,objective,title,cohort");
        RetentionReport.DAYS.forEach(days -> text.append(",right_")
                .append(days)
                .append(",asked_")
                .append(days)
                .append(",low_percent_")
                .append(days)
                .append(",high_percent_")
                .append(days));
        text.append("\r\n");
        for (RetentionReport.Row row : rows) {
            List<String> cells = new ArrayList<>(
                    List.of(quoted(row.course()), quoted(row.objective()), quoted(row.title()), quoted(row.cohort())));
            row.observed().forEach(observed -> cells.addAll(cells(observed)));
            text.append(String.join(",", cells)).append("\r\n");
        }
        return text.toString();
    }

    private static List<String> cells(Observed observed) {
        return observed.of() == 0
                ? List.of("0", "0", "", "")
                : List.of(
                        Integer.toString(observed.right()),
                        Integer.toString(observed.of()),
                        percent(observed.low()),
                        percent(observed.high()));
    }

    private static String quoted(String cell) {
        return '"' + ReportFile.safe(cell).replace("\"", "\"\"") + '"';
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", share * 100);
    }
}
