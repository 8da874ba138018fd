package dev.fieldcert.curriculum.question;

/**
 * An item to match, sort, put in order, or tick.
 *
 * @param id its position in the file: a letter for a match or a category, otherwise a number
 */
public record Item(String id, String text) {}
