package dev.fieldcert.learner;

import java.time.Instant;

/**
 * Something the bot has decided to say and has not yet said.
 *
 * @param id unique; travels in the message's metadata, so that a post whose outcome is unknown can be found again
 * @param notBefore when it may be tried again
 * @param tries how often it was tried; more than none means that it may have arrived
 * @param unsolicited whether its hearer did nothing that it answers: it waits for their hours
 */
public record OutboxMessage(
        String id, Notification notification, Instant since, Instant notBefore, int tries, boolean unsolicited) {

    public OutboxMessage postponed(Instant notBefore) {
        return new OutboxMessage(id, notification, since, notBefore, tries + 1, unsolicited);
    }

    /** Tried, and refused for certain: it did not arrive. */
    public OutboxMessage refusedUntil(Instant notBefore) {
        return new OutboxMessage(id, notification, since, notBefore, 0, unsolicited);
    }

    /** Not tried, only put off. */
    public OutboxMessage waitingUntil(Instant notBefore) {
        return new OutboxMessage(id, notification, since, notBefore, tries, unsolicited);
    }

    /** Whoever was saying it did not live to tell whether it arrived. */
    OutboxMessage perhapsSent() {
        return tries > 0 ? this : new OutboxMessage(id, notification, since, notBefore, 1, unsolicited);
    }
}
