package dev.fieldcert.stored;

import org.bson.Document;

/** A document that, when this release saves it, keeps the fields that a newer release added. */
public interface KeepsUnknownFields {

    /** The document as it was read from the database; null if it is new. */
    Document asRead();

    void asRead(Document stored);
}
