package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.AdminAction.Rights;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackFiles;
import dev.fieldcert.slack.work.LongWork;
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
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sets managers and cohorts and enrolls people from a CSV file: a form, a dry run, and a confirmation. */
@Component
@Order(32)
class RosterAction extends AdminAction implements SlackHandler {

    private final RosterCheck check;
    private final DryRuns dryRuns;
    private final RosterApply apply;
    private final AdminAuthorization authorization;
    private final SlackFiles files;
    private final Clock clock;

    RosterAction(
            Parameters parameters,
            RosterCheck check,
            DryRuns dryRuns,
            RosterApply apply,
            LongWork longWork,
            AdminAuthorization authorization,
            SlackFiles files,
            Clock clock) {
        super("enroll-csv", "Enroll from a list", "managers, cohorts, and enrollments from a CSV file", Place.PEOPLE);
        this.check = check;
        this.dryRuns = dryRuns;
        this.apply = apply;
        this.authorization = authorization;
        this.files = files;
        this.clock = clock;
        var list = takes(new ListParameter());
        var target = takes(parameters.enrollable("", "Enroll in, if the list doesn’t say", "Nothing", true));
        var due = takes(parameters.due("", "Due, if the list doesn’t say"));
        isFormOnly();
        submit("Dry run");
        form(fields -> Stream.concat(Stream.of(RosterMessages.howTo()), fields.stream())
                .toList());
        does(said -> {
            Wish.Wishes wishes = check.asListed(
                    said.find(target).orElse(null), said.find(due).orElse(null), null);
            return CommandResult.inDm(() -> longWork.start(
                    said.by(), "Checking the list", progress -> dryRun(said.by(), said.get(list), wishes, progress)));
        });
    }

    private SlackMessage dryRun(
            String admin, ListParameter.Source source, Wish.Wishes wishes, LongWork.Progress progress) {
        return source.file() == null
                ? dryRun(
                        admin,
                        new ByteArrayInputStream(source.text().getBytes(StandardCharsets.UTF_8)),
                        wishes,
                        progress)
                : ofFile(admin, source.file(), wishes, progress);
    }

    @Override
    public void register(Router router) {
        router.blockAction("roster-do", authorization.click(Rights.ADMIN, this::begin));
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private SlackMessage ofFile(String admin, String fileId, Wish.Wishes wishes, LongWork.Progress progress) {
        Path file = null;
        try {
            file = Files.createTempFile("fieldcert-roster", ".csv");
            Path here = file;
            if (!progress.wait(() -> files.download(fileId, here, Roster.MOST_BYTES))) {
                return RosterMessages.refused(
                        "The file is larger than my limit of %,d MB or %,d rows. Send it in parts."
                                .formatted(Roster.MOST_BYTES / 1_000_000, Roster.MOST_ROWS));
            }
            try (InputStream in = Files.newInputStream(file)) {
                return dryRun(admin, in, wishes, progress);
            }
        } catch (SlackFailure failure) {
            return RosterMessages.refused("I couldn’t get the file from Slack (`" + failure.error() + "`).");
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

    private SlackMessage dryRun(String admin, InputStream in, Wish.Wishes wishes, LongWork.Progress progress) {
        Roster roster;
        try {
            roster = Roster.read(in, Roster.Kind.LIST, today());
        } catch (Roster.Refused refused) {
            return RosterMessages.refused(refused.getMessage());
        }
        progress.of(roster.rows().size());
        RosterCheck.DryRun run = check.check(roster, wishes, progress, progress::step);
        if (progress.isCanceled()) {
            return PlanMessages.dropped();
        }
        String plan = dryRuns.keep(admin, run.steps);
        return RosterMessages.dryRun(run, plan);
    }

    private void begin(BlockAction click) {
        dryRuns.yes(click, plan -> "Applying the list", (plan, progress) -> {
            progress.of(plan.steps().size());
            var order = new RosterApply.Order(plan.steps(), click.person(), "from a CSV file");
            return RosterMessages.applied(apply.apply(order, progress, progress::step, progress::isCanceled));
        });
    }
}
