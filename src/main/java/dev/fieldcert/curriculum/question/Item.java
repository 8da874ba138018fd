package dev.fieldcert.curriculum.question;

/**
 * An item to match, sort or put in order.
 *
 * @param id position in the file: "1", "2" … for an item to move, "a", "b" … for where it goes
 */
public record Item(String id, String text) {}
