package dev.fieldcert.outbox;

import java.util.Optional;

/** A document that was just saved, and the right to send from its outbox when that was taken in the same save. */
public interface Leased {

    HasOutbox owner();

    /** The holder of the lease; empty when somebody else sends, or nothing is due. */
    Optional<String> sender();
}
