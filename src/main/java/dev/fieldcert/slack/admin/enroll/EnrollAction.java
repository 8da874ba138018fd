package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.AdminAction.Rights;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.RecipientResolver.Named;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.CallPolicy;
import dev.fieldcert.slack.webapi.SlackDirectory;
import dev.fieldcert.slack.work.LongWork;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Enrolls people. Groups, channels, and larger numbers of people get a dry run first. */
@Component
@Order(31)
class EnrollAction extends AdminAction implements SlackHandler {

    private final EnrollDryRun dryRun;
    private final DryRuns dryRuns;
    private final AdminAuthorization authorization;

    EnrollAction(
            Parameters parameters,
            RecipientResolver recipients,
            SlackDirectory directory,
            EnrollMany enrollMany,
            EnrollDryRun dryRun,
            DryRuns dryRuns,
            LongWork longWork,
            AdminAuthorization authorization) {
        super(
                "enroll",
                "Enroll people",
                "enroll people, a group, or a channel; the due date is optional",
                Place.PEOPLE);
        this.dryRun = dryRun;
        this.dryRuns = dryRuns;
        this.authorization = authorization;
        var whom = takes(new RecipientsParameter(recipients, directory));
        var target = takes(parameters.enrollable("<path|course>", "In which path or course", "Choose", false));
        var due = takes(parameters.due("[due 2027-03-31]", "Due"));
        submit("Enroll");
        does(said -> {
            Named named = said.get(whom);
            String title = parameters.title(said.get(target));
            LocalDate day = said.find(due).orElse(null);
            if (EnrollDryRun.isNeeded(named)) {
                return CommandResult.inDm(() -> dryRun.begin(said.by(), named, said.get(target), day));
            }
            var order = new EnrollMany.Order(named.people(), said.get(target), day, said.by());
            if (said.isTyped()) {
                Tally tally = enrollMany.enroll(order, CallPolicy.NONE, () -> {}, () -> false);
                return CommandResult.shown(EnrollMessages.enrolled(tally, title, day));
            }
            String work = "Enrolling %s in %s"
                    .formatted(Sentences.people(named.people().size()), title);
            return CommandResult.inDm(
                    () -> longWork.start(said.by(), work, progress -> dryRun.enroll(order, progress)));
        });
    }

    @Override
    public void register(Router router) {
        router.blockAction("enroll-do", authorization.click(Rights.ADMIN, dryRun::yes));
        router.blockAction("dry-run-not", authorization.click(Rights.ADMIN, dryRuns::no));
    }
}
