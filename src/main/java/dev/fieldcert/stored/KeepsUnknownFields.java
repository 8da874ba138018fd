package dev.fieldcert.stored;

import org.bson.Document;

/** A document that keeps the fields a newer release added to it when this release saves it. */
public interface KeepsUnknownFields {

    /** The document as it was read from the database; null if it is new. */
    Document asRead();

    void asRead(Document stored);
}
