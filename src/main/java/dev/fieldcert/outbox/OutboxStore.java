package dev.fieldcert.outbox;

import java.util.Optional;

/** A collection of documents that embed an outbox. */
public interface OutboxStore {

    /** Whether this store owns the document. */
    boolean owns(HasOutbox document);

    /** Claims one due outbox that nobody is sending from; it cannot be claimed again before the lease ends. */
    Optional<? extends Leased> claimOutbox();

    /**
     * Records before the attempt that the holder delivers only this message, so an attempt that never ends counts
     * against it.
     *
     * @return the current document; empty when the lease was lost
     */
    Optional<? extends HasOutbox> narrowLease(HasOutbox owner, String holder, OutboxMessage message);

    /**
     * Stores the result of a pass and releases the lease.
     *
     * @param owner as the holder read it; do not use it afterwards
     * @return the document; with a sender if more became due meanwhile
     */
    Leased markSent(HasOutbox owner, String holder, RoundResult round);

    /** Releases the lease early so that another instance can continue; any message may have been sent. */
    void release(String id, String holder);

    /**
     * Enqueues a dead letter again.
     *
     * @return empty when its owner no longer exists
     */
    Optional<? extends Leased> enqueueAgain(String id, OutboxMessage message);

    OutboxBacklog backlog();
}
