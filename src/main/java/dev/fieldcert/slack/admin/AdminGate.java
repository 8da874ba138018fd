package dev.fieldcert.slack.admin;

import dev.fieldcert.learner.AuditTrail;
import dev.fieldcert.slack.Click;
import dev.fieldcert.slack.Form;
import dev.fieldcert.slack.FormReply;
import dev.fieldcert.slack.People;
import dev.fieldcert.slack.Said;
import dev.fieldcert.slack.SlackMessage;
import dev.fieldcert.slack.SlackSender;
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
public class AdminGate {

    private static final Logger LOG = LoggerFactory.getLogger(AdminGate.class);

    private final People people;
    private final AuditTrail audit;
    private final SlackSender slack;

    AdminGate(People people, AuditTrail audit, SlackSender slack) {
        this.people = people;
        this.audit = audit;
        this.slack = slack;
    }

    /** The handler for admins; for everybody else a friendly, noted refusal. */
    public Consumer<Click> click(Consumer<Click> handler) {
        return click(people::isAdmin, handler);
    }

    /** The same for those who write the courses, who are admins or authors. */
    public Consumer<Click> authorClick(Consumer<Click> handler) {
        return click(people::isAuthor, handler);
    }

    private Consumer<Click> click(Predicate<String> may, Consumer<Click> handler) {
        return click -> {
            if (!may.test(click.person())) {
                refused(click.person(), click.actionId());
                tell(click.person());
                return;
            }
            try {
                handler.accept(click);
            } catch (NotUnderstood notUnderstood) {
                slack.whisper(click, SlackMessage.note(notUnderstood.getMessage()));
            }
        };
    }

    public Function<Form, FormReply> form(Function<Form, FormReply> handler) {
        return form(people::isAdmin, handler);
    }

    /** The same for those who write the courses. */
    public Function<Form, FormReply> authorForm(Function<Form, FormReply> handler) {
        return form(people::isAuthor, handler);
    }

    private Function<Form, FormReply> form(Predicate<String> may, Function<Form, FormReply> handler) {
        return form -> {
            if (!may.test(form.person())) {
                refused(form.person(), form.callbackId());
                return FormReply.done(() -> tell(form.person()));
            }
            return handler.apply(form);
        };
    }

    /** A typed command: what cannot be followed is answered with the sentence that says why. */
    public Consumer<Said> word(Consumer<Said> handler) {
        return said -> {
            try {
                handler.accept(said);
            } catch (NotUnderstood notUnderstood) {
                slack.reply(said, SlackMessage.note(notUnderstood.getMessage()));
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
