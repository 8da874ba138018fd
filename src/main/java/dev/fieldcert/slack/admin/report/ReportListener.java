package dev.fieldcert.slack.admin.report;

import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.work.LongWork;
import dev.fieldcert.slack.admin.work.ProgressMessages;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackFiles;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.team.admin.Report;
import dev.fieldcert.team.admin.ReportFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** {@code /cert-admin report}: a table to leaf through, and the whole of it as a file. */
@Component
class ReportListener implements SlackHandler {

    private static final int ROWS = 25;

    private final Report report;
    private final LongWork longWork;
    private final AdminAuthorization gate;
    private final SlackSender slack;
    private final SlackFiles files;
    private final Clock clock;

    ReportListener(
            Report report,
            LongWork longWork,
            AdminAuthorization gate,
            SlackSender slack,
            SlackFiles files,
            Clock clock) {
        this.report = report;
        this.longWork = longWork;
        this.gate = gate;
        this.slack = slack;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        router.adminSubcommand(
                "report", "report [csv]", "who stands where, as a table or a CSV file", gate.word(this::report));
        router.blockAction(
                "report-page",
                gate.click(click -> slack.turn(click, ReportMessages.page(report.page(click.value(), ROWS)))));
        router.blockAction("report-open", gate.click(click -> slack.respondEphemeral(click, first())));
        router.blockAction("report-csv", gate.click(this::csv));
    }

    private SlackMessage first() {
        return ReportMessages.page(report.page("", ROWS));
    }

    private void report(TextCommand command) {
        if (command.words().strip().toLowerCase(Locale.ROOT).equals("csv")) {
            slack.reply(command, ProgressMessages.inTheDm());
            write(command.person());
        } else {
            slack.reply(command, first());
        }
    }

    private void csv(BlockAction click) {
        slack.respondEphemeral(click, ProgressMessages.inTheDm());
        write(click.person());
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
                        "One row a learner and course."));
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
