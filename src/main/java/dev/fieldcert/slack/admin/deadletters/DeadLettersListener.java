package dev.fieldcert.slack.admin.deadletters;

import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.record.AuditTrail;
import dev.fieldcert.outbox.DeadLetter;
import dev.fieldcert.outbox.DeadLetters;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.AdminAction.Rights;
import dev.fieldcert.slack.admin.AdminAuthorization;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.payload.BlockAction;
import dev.fieldcert.slack.routing.Router;
import dev.fieldcert.slack.routing.SlackHandler;
import dev.fieldcert.slack.webapi.SlackSender;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Handles the retry and drop buttons in the list of undeliverable messages. */
@Component
class DeadLettersListener implements SlackHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLettersListener.class);

    private final DeadLetters deadLetters;
    private final OutboxRelay relay;
    private final AuditTrail audit;
    private final AdminAuthorization authorization;
    private final SlackSender slack;

    DeadLettersListener(
            DeadLetters deadLetters,
            OutboxRelay relay,
            AuditTrail audit,
            AdminAuthorization authorization,
            SlackSender slack) {
        this.deadLetters = deadLetters;
        this.relay = relay;
        this.audit = audit;
        this.authorization = authorization;
        this.slack = slack;
    }

    @Override
    public void register(Router router) {
        router.blockAction(DeadLetterMessages.RETRY, authorization.click(Rights.ADMIN, this::retry));
        router.blockAction(DeadLetterMessages.DROP, authorization.click(Rights.ADMIN, this::drop));
    }

    private SlackMessage list(String outcome) {
        return DeadLetterMessages.list(outcome, deadLetters.newest(DeadLetterMessages.MOST), deadLetters.count());
    }

    private void retry(BlockAction click) {
        boolean done = end(click, AuditedAction.Code.DEAD_LETTER_RETRIED, relay::retry);
        slack.turn(click, list(DeadLetterMessages.retried(done)));
    }

    private void drop(BlockAction click) {
        boolean done = end(click, AuditedAction.Code.DEAD_LETTER_DROPPED, deadLetters::drop);
        slack.turn(click, list(DeadLetterMessages.dropped(done)));
    }

    private boolean end(BlockAction click, AuditedAction.Code what, Predicate<String> work) {
        Optional<DeadLetter> letter = deadLetters.find(click.value());
        boolean done = work.test(click.value());
        if (done && letter.isPresent()) {
            audit.note(
                    letter.get().about(),
                    click.person(),
                    AuditedAction.of(what, DeadLetterMessages.kind(letter.get())),
                    "");
            LOG.info(
                    "Dead letter ended outcome={} owner={} message={} by={}",
                    what.code(),
                    letter.get().owner(),
                    letter.get().message().kind(),
                    click.person());
        }
        return done;
    }
}
