package dev.fieldcert.stored;

import org.bson.Document;

/** A document whose fields of a newer release survive a save by this one. */
public interface KeepsUnknownFields {

    /** As it was read; null for a new one. */
    Document asRead();

    void asRead(Document stored);
}
