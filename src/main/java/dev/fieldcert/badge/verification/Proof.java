package dev.fieldcert.badge.verification;

import dev.fieldcert.badge.verification.Check.Outcome;

/**
 * What came of checking a signature.
 *
 * @param key whose key it was; {@link Key#NONE} when no signature verified
 */
record Proof(Outcome outcome, String words, Key key) {

    enum Key {
        NONE,
        /** One this installation publishes or has published. */
        OURS,
        /** The issuer's identifier is the key itself (did:key). */
        ISSUER_ITSELF,
        /** Came along in the document, and is the issuer's only by the document's own word. */
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
