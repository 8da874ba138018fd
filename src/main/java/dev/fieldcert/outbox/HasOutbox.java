package dev.fieldcert.outbox;

/** A document with an embedded {@link Outbox}: a learner, or a recipient without a learner's record. */
public interface HasOutbox {

    String id();

    Outbox outbox();
}
