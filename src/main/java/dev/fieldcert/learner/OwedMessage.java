package dev.fieldcert.learner;

import java.time.Instant;

/**
 * Something the bot has decided to say and has not yet said.
 *
 * @param id unique; travels in the message's metadata, so that a post whose outcome is unknown can be found again
 * @param notBefore when it may be tried again
 * @param tries how often it was tried; more than none means that it may have arrived
 * @param unasked whether its hearer did nothing that it answers: it waits for their hours
 */
public record OwedMessage(String id, Saying saying, Instant since, Instant notBefore, int tries, boolean unasked) {

    public OwedMessage postponed(Instant notBefore) {
        return new OwedMessage(id, saying, since, notBefore, tries + 1, unasked);
    }

    /** Tried, and refused for certain: it did not arrive. */
    public OwedMessage refusedUntil(Instant notBefore) {
        return new OwedMessage(id, saying, since, notBefore, 0, unasked);
    }

    /** Not tried, only put off. */
    public OwedMessage waitingUntil(Instant notBefore) {
        return new OwedMessage(id, saying, since, notBefore, tries, unasked);
    }

    /** Whoever was saying it did not live to tell whether it arrived. */
    OwedMessage perhapsSaid() {
        return tries > 0 ? this : new OwedMessage(id, saying, since, notBefore, 1, unasked);
    }
}
