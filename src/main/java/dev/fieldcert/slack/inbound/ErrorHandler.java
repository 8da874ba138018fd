package dev.fieldcert.slack.inbound;

import com.mongodb.MongoException;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.routing.ErrorMessages;
import dev.fieldcert.slack.webapi.Concern;
import dev.fieldcert.slack.webapi.SlackFailure;
import dev.fieldcert.slack.webapi.SlackMetrics;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Handles unexpected exceptions: the person gets a message with a reference, and the log has the same reference. */
@Component
class ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandler.class);

    private final SlackMetrics metrics;

    ErrorHandler(SlackMetrics metrics) {
        this.metrics = metrics;
    }

    /** Sends a message to the person whose work failed. */
    @FunctionalInterface
    interface Teller {
        void tell(SlackMessage message);
    }

    /**
     * Runs one piece of work and tells the person about an unexpected exception, or an error such as a stack overflow.
     * Database exceptions, a lack of memory, and Slack failures that are transient or concern the token propagate, so
     * that the work is retried.
     */
    void run(String action, Runnable work, Teller teller) {
        run(action, work, teller, ErrorMessages.formNotOpened());
    }

    /**
     * @param again what the person is told if a form did not open; this is not an error, and the person may try again
     */
    void run(String action, Runnable work, Teller teller, SlackMessage again) {
        MDC.put("action", action.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9:/_-]", "_"));
        try {
            work.run();
        } catch (DataAccessException | MongoException databaseInTrouble) {
            throw databaseInTrouble;
        } catch (OutOfMemoryError passing) {
            throw passing;
        } catch (RuntimeException | Error bug) {
            if (bug instanceof SlackFailure failure) {
                refused(action, failure, teller, again);
                return;
            }
            String reference = reference(action, bug);
            tell(
                    teller,
                    bug instanceof IllegalArgumentException
                            ? ErrorMessages.notOurs(reference)
                            : ErrorMessages.unexpected(reference));
        } finally {
            MDC.remove("action");
        }
    }

    private void refused(String action, SlackFailure failure, Teller teller, SlackMessage again) {
        boolean form = failure.method().startsWith("views.")
                && !failure.method().equals("views.publish")
                && failure.concern() != Concern.MESSAGE;
        if (form && failure.concern() == Concern.PLACE) {
            // The person has closed the form.
            return;
        }
        if (form) {
            LOG.warn("Form not opened action={} error={}", action, failure.error());
            tell(teller, failure.method().equals("views.update") ? ErrorMessages.formNotFilled() : again);
        } else if (failure.isPassing() || failure.concern() == Concern.TOKEN) {
            throw failure;
        } else if (failure.needed().isPresent()) {
            tell(teller, ErrorMessages.permissionMissing(failure.needed().get()));
        } else {
            tell(teller, ErrorMessages.unexpected(reference(action, failure)));
        }
    }

    private static void tell(Teller teller, SlackMessage message) {
        try {
            teller.tell(message);
        } catch (SlackFailure failure) {
            LOG.warn("Could not tell error={}", failure.error());
        }
    }

    /** The reference shown to the person and logged with the exception. */
    String reference(String action, Throwable bug) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        metrics.unexpected();
        MDC.put("reference", reference);
        LOG.error("Unexpected error reference={} action={}", reference, action.replaceAll("\\s", "_"), bug);
        MDC.remove("reference");
        return reference;
    }
}
