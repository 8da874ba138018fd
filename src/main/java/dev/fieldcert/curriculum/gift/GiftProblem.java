package dev.fieldcert.curriculum.gift;

/**
 * Something in a GIFT text that cannot be read, or only partly.
 *
 * @param error when false, the question was read without what the message names
 * @param line from 1
 * @param column from 1
 */
public record GiftProblem(boolean error, int line, int column, String message, String mend) {

    /** The same, naming the question it is about. */
    GiftProblem of(String question) {
        return new GiftProblem(error, line, column, "“" + question + "”: " + message, mend);
    }
}
