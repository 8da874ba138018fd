package dev.fieldcert.slack.admin;

import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.payload.SubmissionResponse;
import dev.fieldcert.slack.payload.TextCommand;
import dev.fieldcert.slack.payload.ViewSubmission;
import dev.fieldcert.slack.users.People;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stands before every deed of an admin. A button is drawn for admins only, but what it sends can be forged: so the right is
 * asked for again when the deed is done, and a refusal is noted.
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

    /** The handler for admins; for everybody else a friendly, noted refusal. */
    public Consumer<BlockAction> click(Consumer<BlockAction> handler) {
        return click(people::isAdmin, handler);
    }

    /** The same for those who write the courses, who are admins or authors. */
    public Consumer<BlockAction> authorClick(Consumer<BlockAction> handler) {
        return click(people::isAuthor, handler);
    }

    private Consumer<BlockAction> click(Predicate<String> may, Consumer<BlockAction> handler) {
        return click -> {
            if (!may.test(click.person())) {
                refused(click.person(), click.actionId());
                tell(click.person());
                return;
            }
            try {
                handler.accept(click);
            } catch (CommandException notUnderstood) {
                slack.respondEphemeral(click, SlackMessage.note(notUnderstood.getMessage()));
            }
        };
    }

    public Function<ViewSubmission, SubmissionResponse> form(Function<ViewSubmission, SubmissionResponse> handler) {
        return form(people::isAdmin, handler);
    }

    /** The same for those who write the courses. */
    public Function<ViewSubmission, SubmissionResponse> authorForm(
            Function<ViewSubmission, SubmissionResponse> handler) {
        return form(people::isAuthor, handler);
    }

    private Function<ViewSubmission, SubmissionResponse> form(
            Predicate<String> may, Function<ViewSubmission, SubmissionResponse> handler) {
        return form -> {
            if (!may.test(form.person())) {
                refused(form.person(), form.callbackId());
                return SubmissionResponse.done(() -> tell(form.person()));
            }
            return handler.apply(form);
        };
    }

    /** A typed command: what cannot be followed is answered with the sentence that says why. */
    public Consumer<TextCommand> word(Consumer<TextCommand> handler) {
        return command -> {
            try {
                handler.accept(command);
            } catch (CommandException notUnderstood) {
                slack.reply(command, SlackMessage.note(notUnderstood.getMessage()));
            }
        };
    }

    /** In their own DM: where a forged click says it was made may be nowhere. */
    private void tell(String person) {
        slack.post(slack.dmWith(person), refusal(), null);
    }

    private void refused(String person, String action) {
        LOG.warn("Admin action refused person={} action={}", person, action.replaceAll("[^A-Za-z0-9:_-]", "_"));
        audit.note(person, person, "was refused an admin's action", action);
    }

    private static SlackMessage refusal() {
        return SlackMessage.note("That button is for the people who run the program. Nothing was changed.");
    }
}
