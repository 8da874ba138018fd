package dev.fieldcert.slack.admin;

import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Checks the rights behind the buttons and forms of admins and authors. Nobody else sees them, but a request can be
 * forged, so the right is checked again on use, and a refusal is written to the audit.
 */
@Component
public class AdminAuthorization {

    private static final Logger LOG = LoggerFactory.getLogger(AdminAuthorization.class);

    private final People people;
    private final AuditTrail audit;
    private final SlackSender slack;

    AdminAuthorization(People people, AuditTrail audit, SlackSender slack) {
        this.people = people;
        this.audit = audit;
        this.slack = slack;
    }

    /**
     * Returns a handler that calls {@code handler} only for people with the right. Everybody else gets a friendly
     * refusal, which is audited.
     */
    public Consumer<BlockAction> click(AdminAction.Rights rights, Consumer<BlockAction> handler) {
        return click -> {
            if (!may(rights, click.person())) {
                refused(click.person(), click.actionId());
                tell(click.person());
                return;
            }
            try {
                handler.accept(click);
            } catch (CommandException refused) {
                slack.respondEphemeral(click, SlackMessage.note(refused.getMessage()));
            }
        };
    }

    public Function<ViewSubmission, SubmissionResponse> form(
            AdminAction.Rights rights, Function<ViewSubmission, SubmissionResponse> handler) {
        return form -> {
            if (!may(rights, form.person())) {
                refused(form.person(), form.callbackId());
                return SubmissionResponse.done(() -> tell(form.person()));
            }
            return handler.apply(form);
        };
    }

    private boolean may(AdminAction.Rights rights, String person) {
        return rights == AdminAction.Rights.AUTHOR ? people.isAuthor(person) : people.isAdmin(person);
    }

    /** Sends the refusal to the person's own DM, because the message named in a forged click may not exist. */
    private void tell(String person) {
        slack.post(slack.dmWith(person), refusal(), null);
    }

    private void refused(String person, String action) {
        LOG.warn("Admin action refused person={} action={}", person, action.replaceAll("[^A-Za-z0-9:_-]", "_"));
        audit.note(person, person, AuditedAction.of(AuditedAction.Code.ADMIN_ACTION_REFUSED, action), "");
    }

    private static SlackMessage refusal() {
        return SlackMessage.note("Only program admins can use that button. Nothing was changed.");
    }
}
