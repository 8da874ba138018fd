package dev.fieldcert.badge.verification;

/**
 * One question put to a credential, and its answer.
 *
 * @param words a sentence or two for somebody who has never heard of a signature
 */
public record Check(Subject subject, Outcome outcome, String words) {

    /** What is asked, in the order it is shown. */
    public enum Subject {
        FORMAT("File"),
        CONTENTS("Contents"),
        DUPLICATES("Nothing said twice"),
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
