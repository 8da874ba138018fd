package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.verification.Check.Outcome;

/**
 * The result of checking a signature.
 *
 * @param key the origin of the key; {@link Key#NONE} if no signature was verified
 */
record Proof(Outcome outcome, String words, Key key) {

    enum Key {
        NONE,
        /** A key that this installation publishes. */
        OURS,
        /** A key that is itself the issuer's identifier (did:key). */
        ISSUER_ITSELF,
        /** A key in the document that only the document itself attributes to the issuer. */
        IN_DOCUMENT
    }

    static Proof failed(String words) {
        return new Proof(Outcome.FAILED, words, Key.NONE);
    }

    static Proof notChecked(String words) {
        return new Proof(Outcome.NOT_CHECKED, words, Key.NONE);
    }

    static Proof passed(String words, Key key) {
        return new Proof(Outcome.PASSED, words, key);
    }
}
