package dev.fieldcert.outbox;

/** Enqueues dead letters again, for messages that are not in an outbox. */
public interface Requeues {

    /** @return false if the owner is unknown here */
    boolean enqueueAgain(String owner, OutboxMessage message);
}
