package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.Standing;
import java.util.Optional;

/** An issuer's knowledge of its revoked badges. */
@FunctionalInterface
public interface Revocations {

    /** Nobody can be asked at the moment; the message says why, for the person who verifies. */
    final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * @param statusIndex as in {@link dev.fieldcert.badge.Award#statusIndex}
     * @throws Unavailable when it cannot be told
     */
    Optional<Standing.Revoked> of(int statusIndex);
}
