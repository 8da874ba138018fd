package dev.fieldcert.curriculum.question;

/**
 * An item to match, sort or put in order.
 *
 * @param id by its place in the file: "1", "2" … for what is moved, "a", "b" … for where it goes
 */
public record Item(String id, String text) {}
