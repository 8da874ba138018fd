package dev.fieldcert.slack.admin.report;

import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.AdminAction.Rights;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackFiles;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.LongWork;
import dev.fieldcert.team.admin.Report;
import dev.fieldcert.team.admin.ReportFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Everybody's progress: a paged table, and the whole as a file. */
@Component
@Order(41)
class ReportAction extends AdminAction implements SlackHandler {

    private static final int ROWS = 25;
    private static final String CSV = "csv";

    private final Report report;
    private final LongWork longWork;
    private final AdminAuthorization authorization;
    private final SlackSender slack;
    private final SlackFiles files;
    private final Clock clock;

    ReportAction(
            Report report,
            LongWork longWork,
            AdminAuthorization authorization,
            SlackSender slack,
            SlackFiles files,
            Clock clock) {
        super("report", "Progress report", "everyone’s progress, as a table or a CSV file", Place.REPORTS);
        this.report = report;
        this.longWork = longWork;
        this.authorization = authorization;
        this.slack = slack;
        this.files = files;
        this.clock = clock;
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
        longWork.start(person, "Writing the report", progress -> {
            Path file = temporaryFile();
            try {
                int rows = rows(file, progress);
                if (progress.isCanceled()) {
                    return ReportMessages.canceled();
                }
                String day =
                        clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString();
                progress.wait(() -> files.upload(
                        slack.dmWith(person),
                        "certification-" + day + ".csv",
                        "Certification report " + day,
                        file,
                        "One row per learner and course."));
                return ReportMessages.written(rows);
            } finally {
                delete(file);
            }
        });
    }

    private int rows(Path file, LongWork.Progress progress) {
        try (ReportFile csv = new ReportFile(file)) {
            report.each(row -> {
                csv.write(row);
                progress.step();
                return !progress.isCanceled();
            });
            return csv.rows();
        }
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("fieldcert-report", ".csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
