package dev.fieldcert.stored;

import com.mongodb.client.MongoDatabase;

/**
 * Migrates a database from one schema version to the next, before anything else reads it. It works on raw documents
 * and never through today's entity classes, because those classes will change and the old format will not.
 */
interface Migration {

    /** The version that this migration starts from; it produces the next one. */
    int from();

    /**
     * Can be interrupted at any time and started again, and two instances can run it at the same time: a document that
     * is already migrated is left unchanged.
     *
     * @return the number of documents changed
     */
    long migrate(MongoDatabase database);
}
