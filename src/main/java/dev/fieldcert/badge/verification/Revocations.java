package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.Standing;
import java.util.Optional;

/** Looks up which badges an issuer has revoked. */
@FunctionalInterface
public interface Revocations {

    /**
     * Thrown if revocations cannot be looked up at the moment. The message says why, for the person who verifies a
     * badge.
     */
    final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @param statusIndex as in {@link dev.fieldcert.badge.Award#statusIndex}
     * @throws Unavailable if the revocations cannot be looked up
     */
    Optional<Standing.Revoked> of(int statusIndex);
}
