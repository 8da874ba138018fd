package dev.fieldcert.stored;

/**
 * An enum that is stored in the database under its code, never under its constant's name. A constant can therefore be
 * renamed at any time, but a code must never change.
 */
public interface StoredEnum {

    /** Lowercase words joined by hyphens. Unique within the enum, and must never change. */
    String code();
}
