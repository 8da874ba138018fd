package dev.fieldcert.outbox;

import java.util.Optional;

/** A collection of documents with embedded outboxes. */
public interface OutboxStore {

    /** Whether this store owns the document. */
    boolean owns(HasOutbox document);

    /** Claims one due outbox that nobody is sending from. It cannot be claimed again before the lease ends. */
    Optional<? extends Leased> claimOutbox();

    /**
     * Records, before the attempt, that the holder delivers only this message, so that an attempt that never ends is
     * counted as its failure.
     *
     * @return the current document; empty if the lease was lost
     */
    Optional<? extends HasOutbox> narrowLease(HasOutbox owner, String holder, OutboxMessage message);

    /**
     * Stores the result of a pass and releases the lease.
     *
     * @param owner the document as the holder read it; do not use it afterwards
     * @return the document; it has a sender if more messages have become due meanwhile
     */
    Leased markSent(HasOutbox owner, String holder, RoundResult round);

    /** Releases the lease early so that another instance can continue; any message may have been sent. */
    void release(String id, String holder);

    /**
     * Enqueues a dead letter again.
     *
     * @return empty if the owner no longer exists
     */
    Optional<? extends Leased> enqueueAgain(String id, OutboxMessage message);

    OutboxBacklog backlog();
}
