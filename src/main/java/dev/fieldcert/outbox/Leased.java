package dev.fieldcert.outbox;

import java.util.Optional;

/** A document that was just saved. The save may also have leased its outbox to a sender. */
public interface Leased {

    HasOutbox owner();

    /** Id of the lease holder; empty if somebody else is sending or nothing is due. */
    Optional<String> sender();
}
