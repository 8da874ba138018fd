package dev.fieldcert.outbox;

import java.util.Optional;

/** The documents of one collection that have an outbox. */
public interface OutboxStore {

    /** Whether this document is one of them. */
    boolean owns(HasOutbox document);

    /** Takes one outbox that is due and that nobody sends from; none is taken twice before the lease is over. */
    Optional<? extends Leased> claimOutbox();

    /**
     * Writes, before the work, that the holder delivers this message and no other: an attempt that never ends counts for it.
     *
     * @return the document as it is now; empty when the lease is lost
     */
    Optional<? extends HasOutbox> narrowLease(HasOutbox owner, String holder, OutboxMessage message);

    /**
     * Writes what came of a pass over the outbox, and gives the lease back.
     *
     * @param owner as the holder read it; of no use afterwards
     * @return the document; with a sender when more became due meanwhile
     */
    Leased markSent(HasOutbox owner, String holder, RoundResult round);

    /** Gives the lease back before its time, so that another goes on; any message may have been sent. */
    void release(String id, String holder);

    /**
     * Enqueues a message that was given up.
     *
     * @return empty when nothing is kept of its owner any more
     */
    Optional<? extends Leased> enqueueAgain(String id, OutboxMessage message);

    OutboxBacklog backlog();
}
