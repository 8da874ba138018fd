package dev.fieldcert.search;

/**
 * The position of a card in the program.
 *
 * @param card from zero
 */
public record CardRef(String course, String objective, int card) {}
