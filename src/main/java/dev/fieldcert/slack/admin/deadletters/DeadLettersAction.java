package dev.fieldcert.slack.admin.deadletters;

import dev.fieldcert.outbox.DeadLetters;
import dev.fieldcert.slack.admin.AdminAction;
import dev.fieldcert.slack.admin.CommandResult;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lists the messages that could not be delivered, with buttons to retry or drop each one. */
@Component
@Order(43)
class DeadLettersAction extends AdminAction {

    DeadLettersAction(DeadLetters deadLetters) {
        super("dead-letters", "Undelivered", "messages that couldn’t be delivered, and why", Place.REPORTS);
        does(said -> CommandResult.shown(
                DeadLetterMessages.list("", deadLetters.newest(DeadLetterMessages.MOST), deadLetters.count())));
    }
}
