package dev.fieldcert.stored;

/**
 * An enum that stands in the database. It is stored under its code and never under its constant's name, so a constant can be
 * renamed at any time and a code never.
 */
public interface StoredEnum {

    /** Lower case, words joined by hyphens; unique within the enum, and the same for ever. */
    String code();
}
