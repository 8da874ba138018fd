package dev.fieldcert.outbox;

/** Takes back messages that were given up and are to be tried again. */
public interface Requeues {

    /** @return false when the owner is not one of its own */
    boolean enqueueAgain(String owner, OutboxMessage message);
}
