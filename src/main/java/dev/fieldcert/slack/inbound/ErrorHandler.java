package dev.fieldcert.slack.inbound;

import com.mongodb.MongoException;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.routing.ErrorMessages;
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

    /** Tells the person. */
    @FunctionalInterface
    interface Teller {
        void tell(SlackMessage message);
    }

    /**
     * Runs one piece of work and tells the person about an unexpected exception, or an error like a stack that overflowed.
     * Exceptions of the database or of Slack, and a lack of memory, are transient and propagate, so the work is retried.
     */
    void run(String action, Runnable work, Teller teller) {
        MDC.put("action", action.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9:/_-]", "_"));
        try {
            work.run();
        } catch (DataAccessException | MongoException databaseInTrouble) {
            throw databaseInTrouble;
        } catch (OutOfMemoryError passing) {
            throw passing;
        } catch (RuntimeException | Error bug) {
            if (bug instanceof SlackFailure failure && failure.isPassing()) {
                throw failure;
            }
            String reference = reference(action, bug);
            try {
                teller.tell(
                        bug instanceof IllegalArgumentException
                                ? ErrorMessages.notOurs(reference)
                                : ErrorMessages.unexpected(reference));
            } catch (SlackFailure failure) {
                LOG.warn("Could not tell reference={} error={}", reference, failure.error());
            }
        } finally {
            MDC.remove("action");
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
