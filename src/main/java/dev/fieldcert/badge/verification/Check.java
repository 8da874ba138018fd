package dev.fieldcert.badge.verification;

/**
 * One check of a credential and its result.
 *
 * @param words one or two sentences for people who know nothing about signatures
 */
public record Check(Subject subject, Outcome outcome, String words) {

    /** The checks, in display order. */
    public enum Subject {
        FORMAT("File"),
        CONTENTS("Contents"),
        DUPLICATES("No duplicate keys"),
        PROOF("Signature"),
        ISSUER("Issuer"),
        DATES("Dates"),
        STATUS("Revocation"),
        RECIPIENT("Recipient"),
        PICTURE("Picture");

        private final String title;

        Subject(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public enum Outcome {
        PASSED,
        FAILED,
        NOT_CHECKED
    }

    static Check passed(Subject subject, String words) {
        return new Check(subject, Outcome.PASSED, words);
    }

    static Check failed(Subject subject, String words) {
        return new Check(subject, Outcome.FAILED, words);
    }

    static Check notChecked(Subject subject, String words) {
        return new Check(subject, Outcome.NOT_CHECKED, words);
    }
}
