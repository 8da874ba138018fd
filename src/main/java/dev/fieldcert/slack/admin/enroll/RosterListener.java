package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.work.LongWork;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackFiles;
import dev.fieldcert.slack.webapi.SlackSender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code /cert-admin enroll-csv}: a form, a dry run, and a button that does it. */
@Component
class RosterListener implements SlackHandler {

    private final RosterCheck check;
    private final DryRuns dryRuns;
    private final RosterApply apply;
    private final Programs programs;
    private final LongWork longWork;
    private final AdminAuthorization gate;
    private final SlackSender slack;
    private final SlackFiles files;
    private final Clock clock;

    RosterListener(
            RosterCheck check,
            DryRuns dryRuns,
            RosterApply apply,
            Programs programs,
            LongWork longWork,
            AdminAuthorization gate,
            SlackSender slack,
            SlackFiles files,
            Clock clock) {
        this.check = check;
        this.dryRuns = dryRuns;
        this.apply = apply;
        this.programs = programs;
        this.longWork = longWork;
        this.gate = gate;
        this.slack = slack;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        router.adminSubcommand(
                "enroll-csv",
                "enroll-csv",
                "managers, cohorts and enrollments from a CSV file",
                gate.word(command -> slack.openModal(command.triggerId(), RosterMessages.form(programs.current()))));
        router.blockAction(
                "roster-open",
                gate.click(click -> slack.openModal(click.triggerId(), RosterMessages.form(programs.current()))));
        router.viewSubmission(RosterMessages.FORM, gate.form(this::submitted));
        router.blockAction("roster-do", gate.click(this::begin));
        router.blockAction("roster-not", gate.click(dryRuns::no));
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private SubmissionResponse submitted(ViewSubmission form) {
        Optional<String> text = form.input(RosterMessages.TEXT);
        List<String> files = form.files().getOrDefault(RosterMessages.FILE, List.of());
        if (text.isEmpty() == files.isEmpty()) {
            return SubmissionResponse.error(RosterMessages.TEXT, "Give the list as a file or as text: one of the two.");
        }
        Optional<LocalDate> due = form.input(RosterMessages.DUE).map(LocalDate::parse);
        if (due.isPresent() && !due.get().isAfter(today())) {
            return SubmissionResponse.error(
                    RosterMessages.DUE, "That day is today, or has passed. Choose a later one.");
        }
        Optional<String> target = form.input(RosterMessages.TARGET);
        if (target.isPresent() && programs.current().published(target.get()).isEmpty()) {
            return SubmissionResponse.error(RosterMessages.TARGET, "Nobody can be enrolled in that now.");
        }
        var otherwise = new RosterCheck.Otherwise(target.orElse(null), due.orElse(null));
        return SubmissionResponse.done(() -> longWork.start(
                form.person(),
                "Looking at the list",
                progress -> text.isPresent()
                        ? dryRun(
                                form.person(),
                                new ByteArrayInputStream(text.get().getBytes(StandardCharsets.UTF_8)),
                                otherwise,
                                progress)
                        : ofFile(form.person(), files.get(0), otherwise, progress)));
    }

    private SlackMessage ofFile(
            String admin, String fileId, RosterCheck.Otherwise otherwise, LongWork.Progress progress) {
        Path file = null;
        try {
            file = Files.createTempFile("fieldcert-roster", ".csv");
            Path here = file;
            if (!progress.wait(() -> files.download(fileId, here, Roster.MOST_BYTES))) {
                return RosterMessages.refused(
                        "The file is larger than %,d MB, or %,d rows, which is the most I take at once. Send it in parts."
                                .formatted(Roster.MOST_BYTES / 1_000_000, Roster.MOST_ROWS));
            }
            try (InputStream in = Files.newInputStream(file)) {
                return dryRun(admin, in, otherwise, progress);
            }
        } catch (SlackFailure failure) {
            return RosterMessages.refused("I could not fetch the file from Slack (`" + failure.error() + "`).");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SlackMessage dryRun(
            String admin, InputStream in, RosterCheck.Otherwise otherwise, LongWork.Progress progress) {
        Roster roster;
        try {
            roster = Roster.read(in, today());
        } catch (Roster.Refused refused) {
            return RosterMessages.refused(refused.getMessage());
        }
        progress.of(roster.rows().size());
        RosterCheck.DryRun run = check.check(roster, otherwise, progress, progress::step);
        if (progress.isCanceled()) {
            return PlanMessages.dropped();
        }
        String plan = dryRuns.keep(admin, run.steps);
        return RosterMessages.dryRun(run, plan);
    }

    private void begin(BlockAction click) {
        dryRuns.yes(click, plan -> "Doing what the list says", (plan, progress) -> {
            progress.of(plan.steps().size());
            return RosterMessages.applied(apply.apply(plan, click.person(), progress));
        });
    }
}
