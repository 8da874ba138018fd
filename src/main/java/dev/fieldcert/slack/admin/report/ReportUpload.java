package dev.fieldcert.slack.admin.report;

import dev.fieldcert.slack.webapi.SlackFiles;
import dev.fieldcert.slack.webapi.SlackSender;
import dev.fieldcert.slack.work.LongWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.ToLongBiFunction;
import org.springframework.stereotype.Component;

/** Writes a file in the background and uploads it to the DM of the person who asked for it. */
@Component
public class ReportUpload {

    private final LongWork longWork;
    private final SlackSender slack;
    private final SlackFiles files;
    private final Clock clock;

    ReportUpload(LongWork longWork, SlackSender slack, SlackFiles files, Clock clock) {
        this.longWork = longWork;
        this.slack = slack;
        this.files = files;
        this.clock = clock;
    }

    /**
     * @param work names the work in the progress message: “Writing the report”
     * @param name the name of the file; the day and the ending are added
     * @param title the title of the file; the day is added
     * @param comment says what a row is; posted with the file
     */
    public record Report(String work, String name, String ending, String title, String comment) {

        /** A CSV file. */
        public Report(String work, String name, String title, String comment) {
            this(work, name, "csv", title, comment);
        }
    }

    /** @param write fills the file and returns how many rows it has; may stop early if the work is canceled */
    public void start(String person, Report report, ToLongBiFunction<Path, LongWork.Progress> write) {
        longWork.start(person, report.work(), progress -> {
            Path file = temporaryFile(report.ending());
            try {
                long rows = write.applyAsLong(file, progress);
                if (progress.isCanceled()) {
                    return ReportMessages.canceled(report.title());
                }
                LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
                progress.wait(() -> files.upload(
                        slack.dmWith(person),
                        report.name() + "-" + day + "." + report.ending(),
                        report.title() + " " + day,
                        file,
                        report.comment()));
                return ReportMessages.written(report.title(), rows);
            } finally {
                delete(file);
            }
        });
    }

    private static Path temporaryFile(String ending) {
        try {
            return Files.createTempFile("fieldcert-report", "." + ending);
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
