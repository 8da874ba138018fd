package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.CommandException;
import dev.fieldcert.slack.admin.Due;
import dev.fieldcert.slack.admin.FieldWords;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.work.LongWork;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackSender;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Enrolling from Home: the same as the command, by a form. */
@Component
class EnrollFormListener implements SlackHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EnrollFormListener.class);

    private final EnrollDryRun dryRun;
    private final Programs programs;
    private final LongWork longWork;
    private final AdminAuthorization gate;
    private final SlackSender slack;
    private final SlackDirectory directory;
    private final Clock clock;

    EnrollFormListener(
            EnrollDryRun dryRun,
            Programs programs,
            LongWork longWork,
            AdminAuthorization gate,
            SlackSender slack,
            SlackDirectory directory,
            Clock clock) {
        this.dryRun = dryRun;
        this.programs = programs;
        this.longWork = longWork;
        this.gate = gate;
        this.slack = slack;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public void register(Router router) {
        router.blockAction("enroll-open", gate.click(this::open));
        router.viewSubmission(EnrollForm.ID, gate.form(this::submitted));
    }

    /** Opens at once; the menu of groups follows, and the form is of use without it, too. */
    private void open(BlockAction click) {
        String view = slack.openModalNow(click.triggerId(), EnrollForm.form(programs.current(), List.of()));
        try {
            List<SlackDirectory.Group> groups = directory.groups();
            if (!groups.isEmpty()) {
                slack.updateModal(view, EnrollForm.form(programs.current(), groups));
            }
        } catch (SlackFailure failure) {
            LOG.warn("User groups not shown error={}", failure.error());
        }
    }

    private SubmissionResponse submitted(ViewSubmission form) {
        RecipientResolver.Named whom = EnrollForm.whom(form);
        String target = form.input(EnrollForm.TARGET).orElse("");
        if (whom.people().isEmpty() && whom.recipientResolver().isEmpty()) {
            return SubmissionResponse.error(EnrollForm.PEOPLE, "Choose somebody, a user group or a channel.");
        }
        if (programs.current().published(target).isEmpty()) {
            return SubmissionResponse.error(EnrollForm.TARGET, "Nobody can be enrolled in that now.");
        }
        Optional<LocalDate> due;
        try {
            due = form.input(EnrollForm.DUE).map(day -> Due.read(day, clock.instant()));
        } catch (CommandException notUnderstood) {
            return SubmissionResponse.error(EnrollForm.DUE, FieldWords.of(notUnderstood.getMessage(), person -> ""));
        }
        if (EnrollDryRun.isNeeded(whom)) {
            return SubmissionResponse.done(() -> dryRun.begin(form.person(), whom, target, due.orElse(null)));
        }
        var order = new EnrollMany.Order(whom.people(), target, due.orElse(null), form.person());
        return SubmissionResponse.done(() -> longWork.start(
                form.person(),
                "Enrolling %s in %s"
                        .formatted(Sentences.people(whom.people().size()), Sentences.title(programs.current(), target)),
                progress -> dryRun.enroll(order, progress)));
    }
}
