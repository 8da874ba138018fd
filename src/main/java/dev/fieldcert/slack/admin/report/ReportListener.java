package dev.fieldcert.slack.admin.report;

import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Conversation;
import dev.fieldcert.slack.Routes;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackFiles;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
import dev.fieldcert.slack.admin.AdminGate;
import dev.fieldcert.slack.admin.work.LongWork;
import dev.fieldcert.slack.admin.work.ProgressMessages;
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
class ReportListener implements Conversation {

    private static final int ROWS = 25;

    private final Report report;
    private final LongWork longWork;
    private final AdminGate gate;
    private final SlackSender slack;
    private final SlackFiles files;
    private final Clock clock;

    ReportListener(Report report, LongWork longWork, AdminGate gate, SlackSender slack, SlackFiles files, Clock clock) {
        this.report = report;
        this.longWork = longWork;
        this.gate = gate;
        this.slack = slack;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public void routes(Routes routes) {
        routes.adminWord(
                "report", "report [csv]", "who stands where, as a table or a CSV file", gate.word(this::report));
        routes.click(
                "report-page",
                gate.click(click -> slack.turn(click, ReportMessages.page(report.page(click.value(), ROWS)))));
        routes.click("report-open", gate.click(click -> slack.whisper(click, first())));
        routes.click("report-csv", gate.click(this::csv));
    }

    private SlackMessage first() {
        return ReportMessages.page(report.page("", ROWS));
    }

    private void report(Said said) {
        if (said.words().strip().toLowerCase(Locale.ROOT).equals("csv")) {
            slack.reply(said, ProgressMessages.inTheDm());
            write(said.person());
        } else {
            slack.reply(said, first());
        }
    }

    private void csv(Click click) {
        slack.whisper(click, ProgressMessages.inTheDm());
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
