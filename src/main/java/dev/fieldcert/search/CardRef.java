package dev.fieldcert.search;

/**
 * The position of a card in the program.
 *
 * @param card 0-based
 */
public record CardRef(String course, String objective, int card) {}
