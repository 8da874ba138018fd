package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.verification.Check.Outcome;

/**
 * The result of checking a signature.
 *
 * @param key whose key it was; {@link Key#NONE} when no signature verified
 */
record Proof(Outcome outcome, String words, Key key) {

    enum Key {
        NONE,
        /** A key that this installation publishes or has published. */
        OURS,
        /** The issuer's identifier is the key itself (did:key). */
        ISSUER_ITSELF,
        /** A key in the document, attributed to the issuer only by the document itself. */
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
