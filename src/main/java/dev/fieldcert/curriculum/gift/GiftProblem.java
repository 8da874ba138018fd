package dev.fieldcert.curriculum.gift;

/**
 * Something in a GIFT text that cannot be read, or only in part.
 *
 * @param error true if the question was left out; false if it was read without what the message names
 * @param line 1-based
 * @param column 1-based
 */
public record GiftProblem(boolean error, int line, int column, String message, String mend) {

    /** Returns the problem with the question's name in its message. */
    GiftProblem of(String question) {
        return new GiftProblem(error, line, column, "“" + question + "”: " + message, mend);
    }
}
