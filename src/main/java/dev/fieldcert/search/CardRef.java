package dev.fieldcert.search;

/**
 * Where a card stands in the program.
 *
 * @param card from zero
 */
public record CardRef(String course, String objective, int card) {}
