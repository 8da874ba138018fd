package dev.fieldcert.outbox;

import java.util.Optional;

/** A document that was just saved, with the sender's lease if the save took one. */
public interface Leased {

    HasOutbox owner();

    /** The lease holder; empty when somebody else is sending or nothing is due. */
    Optional<String> sender();
}
