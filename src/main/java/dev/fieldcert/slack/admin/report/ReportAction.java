package dev.fieldcert.slack.admin.report;

import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.AdminAction.Rights;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.LongWork;
import dev.fieldcert.team.admin.Report;
import dev.fieldcert.team.admin.ReportFile;
import java.nio.file.Path;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows everybody's progress: a paged table, or all of it as a file. */
@Component
@Order(41)
class ReportAction extends AdminAction implements SlackHandler {

    private static final int ROWS = 25;
    private static final String CSV = "csv";

    private final Report report;
    private final ReportUpload uploads;
    private final AdminAuthorization authorization;
    private final SlackSender slack;

    ReportAction(Report report, ReportUpload uploads, AdminAuthorization authorization, SlackSender slack) {
        super("report", "Progress report", "everyone’s progress, as a table or a CSV file", Place.REPORTS);
        this.report = report;
        this.uploads = uploads;
        this.authorization = authorization;
        this.slack = slack;
        var asFile = takes(Parameter.flag(CSV));
        homeButton(Place.REPORTS, "Progress report", "");
        homeButton(Place.REPORTS, "Report as CSV", CSV);
        does(said -> said.get(asFile)
                ? CommandResult.inDm(() -> write(said.by()))
                : CommandResult.shown(ReportMessages.page(report.page("", ROWS))));
    }

    @Override
    public void register(Router router) {
        router.blockAction(
                "report-page",
                authorization.click(
                        Rights.ADMIN,
                        click -> slack.turn(click, ReportMessages.page(report.page(click.value(), ROWS)))));
    }

    private void write(String person) {
        uploads.start(
                person,
                new ReportUpload.Report(
                        "Writing the report",
                        "certification",
                        "Certification report",
                        "One row per learner and course."),
                this::rows);
    }

    private long rows(Path file, LongWork.Progress progress) {
        try (ReportFile csv = new ReportFile(file)) {
            report.each(row -> {
                csv.write(row);
                progress.step();
                return !progress.isCanceled();
            });
            return csv.rows();
        }
    }
}
