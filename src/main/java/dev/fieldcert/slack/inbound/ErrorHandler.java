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

/** Catches what nobody expected, so that it is neither lost nor met with silence. */
@Component
class ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandler.class);

    private final SlackMetrics metrics;

    ErrorHandler(SlackMetrics metrics) {
        this.metrics = metrics;
    }

    /** How the person hears of it. */
    @FunctionalInterface
    interface Teller {
        void tell(SlackMessage message);
    }

    /**
     * Runs one piece of work; what it throws is told to the person with a reference that is also in the log. Trouble of the
     * database's or of Slack's passes, and so does the exception: the work is tried again.
     */
    void run(String action, Runnable work, Teller teller) {
        MDC.put("action", action.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9:/_-]", "_"));
        try {
            work.run();
        } catch (DataAccessException | MongoException databaseInTrouble) {
            throw databaseInTrouble;
        } catch (RuntimeException bug) {
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

    /** What the person is shown and the log holds, so that the one finds the other. */
    String reference(String action, Exception bug) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        metrics.unexpected();
        MDC.put("reference", reference);
        LOG.error("Unexpected error reference={} action={}", reference, action.replaceAll("\\s", "_"), bug);
        MDC.remove("reference");
        return reference;
    }
}
