package dev.fieldcert.slack.admin.report;

import static dev.fieldcert.slack.blockkit.Blocks.actions;
import static dev.fieldcert.slack.blockkit.Blocks.cut;
import static dev.fieldcert.slack.blockkit.Blocks.header;
import static dev.fieldcert.slack.blockkit.Blocks.note;
import static dev.fieldcert.slack.blockkit.Blocks.text;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.learner.memory.Observed;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminForms;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.blockkit.Mrkdwn;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.retention.MemoryMessages;
import dev.fieldcert.slack.webapi.SlackFiles;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.team.admin.RetentionFile;
import dev.fieldcert.team.admin.RetentionReport;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows what people remember of what they have learned: a list, or all of it as a file. */
@Component
@Order(42)
class RetentionAction extends AdminAction {

    private static final int OBJECTIVES = 40;
    private static final int A_BLOCK = 10;
    private static final int TITLE = 100;
    private static final String CSV = "csv";

    private final RetentionReport report;
    private final ReportUpload uploads;
    private final SlackSender slack;
    private final SlackFiles files;
    private final Clock clock;

    RetentionAction(RetentionReport report, ReportUpload uploads, SlackSender slack, SlackFiles files, Clock clock) {
        super("retention", "Retention", "what people remember after 30, 60, 90, and 180 days", Place.REPORTS);
        this.report = report;
        this.uploads = uploads;
        this.slack = slack;
        this.files = files;
        this.clock = clock;
        var asFile = takes(Parameter.flag(CSV));
        homeButton(Place.REPORTS, "Retention", "");
        does(said -> said.get(asFile) ? CommandResult.inDm(() -> write(said.by())) : shown(said.by(), report.rows()));
    }

    /** Answers with the list, and then sends the chart. */
    private CommandResult shown(String person, List<RetentionReport.Row> rows) {
        SlackMessage list = screen(RetentionReport.together(rows));
        return rows.isEmpty()
                ? CommandResult.shown(list)
                : CommandResult.of(list, true, () -> sendChart(person, RetentionReport.all(rows)));
    }

    private void sendChart(String person, List<Observed> observed) {
        files.picture(
                slack.dmWith(person),
                "retention-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".png",
                "Retention",
                RetentionChart.png(observed),
                RetentionChart.altText(observed));
    }

    static SlackMessage screen(List<RetentionReport.Row> rows) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("Retention"));
        if (rows.isEmpty()) {
            blocks.add(text("No results yet: they start 30 days after someone earns a badge."));
            return SlackMessage.of(blocks);
        }
        List<RetentionReport.Row> shown = rows.subList(0, Math.min(OBJECTIVES, rows.size()));
        for (int from = 0; from < shown.size(); from += A_BLOCK) {
            blocks.add(text(String.join(
                    "\n",
                    shown.subList(from, Math.min(from + A_BLOCK, shown.size())).stream()
                            .map(RetentionAction::line)
                            .toList())));
        }
        blocks.add(actions(AdminForms.button("By cohort, as CSV", "retention", CSV)));
        blocks.add(note(
                "Right answers out of all answers, with the likely range. Actual results, not predictions. The chart is in our DM. "
                        + Sentences.count(rows.size(), "objective", "objectives") + "."));
        return SlackMessage.of(blocks);
    }

    private static String line(RetentionReport.Row row) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < RetentionReport.DAYS.size(); i++) {
            Observed observed = row.observed().get(i);
            if (observed.of() > 0) {
                parts.add(RetentionReport.DAYS.get(i) + " days: " + observed.right() + " of " + observed.of() + " ("
                        + MemoryMessages.likely(observed) + ")");
            }
        }
        return "*" + Mrkdwn.escape(cut(row.title(), TITLE)) + "* – " + String.join(" · ", parts);
    }

    private void write(String person) {
        uploads.start(
                person,
                new ReportUpload.Report(
                        "Writing the retention report", "retention", "Retention", "One row per objective and cohort."),
                (file, progress) -> RetentionFile.write(file, report.rows()));
    }
}
