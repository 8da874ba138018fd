package dev.fieldcert.slack.admin.enroll;

import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.AdminAction.Description;
import dev.fieldcert.slack.admin.AdminAction.Place;
import dev.fieldcert.slack.admin.AdminAction.Rights;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.admin.Arguments;
import dev.fieldcert.slack.admin.CommandResult;
import dev.fieldcert.slack.admin.Parameter;
import dev.fieldcert.slack.admin.Parameters;
import dev.fieldcert.slack.admin.RecipientResolver;
import dev.fieldcert.slack.admin.RecipientResolver.Named;
import dev.fieldcert.slack.admin.Sentences;
import dev.fieldcert.slack.admin.work.LongWork;
import dev.fieldcert.slack.admin.work.ProgressMessages;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.CallPolicy;
import dev.fieldcert.slack.webapi.SlackDirectory;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Enrolls people; a group, a channel or many people after a dry run. */
@Component
@Order(31)
class EnrollAction implements AdminAction, SlackHandler {

    private final RecipientsParameter whom;
    private final Parameter<String> target;
    private final Parameter<LocalDate> due;
    private final Parameters parameters;
    private final EnrollMany enrollMany;
    private final EnrollDryRun dryRun;
    private final DryRuns dryRuns;
    private final LongWork longWork;
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
        this.whom = new RecipientsParameter(recipients, directory);
        this.target = parameters.enrollable("<path|course>", "In which path or course", "Choose", false);
        this.due = parameters.due("[due 2027-03-31]", "Due");
        this.parameters = parameters;
        this.enrollMany = enrollMany;
        this.dryRun = dryRun;
        this.dryRuns = dryRuns;
        this.longWork = longWork;
        this.authorization = authorization;
    }

    @Override
    public Description description() {
        return new Description(
                "enroll",
                "Enroll people",
                "enroll people; a group or a channel after a dry run; due dates are optional",
                Place.PEOPLE,
                whom,
                target,
                due);
    }

    @Override
    public String submit() {
        return "Enroll";
    }

    @Override
    public CommandResult run(Arguments arguments) {
        Named named = arguments.get(whom);
        String what = arguments.get(target);
        LocalDate until = arguments.find(due).orElse(null);
        if (EnrollDryRun.isNeeded(named)) {
            return CommandResult.of(
                    ProgressMessages.inTheDm(), true, () -> dryRun.begin(arguments.by(), named, what, until));
        }
        var order = new EnrollMany.Order(named.people(), what, until, arguments.by());
        String title = parameters.title(what);
        if (arguments.isTyped()) {
            Tally tally = enrollMany.enroll(order, CallPolicy.NONE, () -> {}, () -> false);
            return CommandResult.shown(EnrollMessages.enrolled(tally, title, until));
        }
        return CommandResult.of(
                ProgressMessages.inTheDm(),
                true,
                () -> longWork.start(
                        arguments.by(),
                        "Enrolling %s in %s"
                                .formatted(Sentences.people(named.people().size()), title),
                        progress -> dryRun.enroll(order, progress)));
    }

    @Override
    public void register(Router router) {
        router.blockAction("enroll-do", authorization.click(Rights.ADMIN, dryRun::yes));
        router.blockAction("dry-run-not", authorization.click(Rights.ADMIN, dryRuns::no));
    }
}
