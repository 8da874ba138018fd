package dev.fieldcert.stored;

import com.mongodb.client.MongoDatabase;

/**
 * Brings a database from one version of the schema to the next, before anything else reads it. It works on documents as they
 * are stored and never through a class that reads them today, because that class will change and the past will not.
 */
interface Migration {

    /** The version it finds; it leaves the next one. */
    int from();

    /**
     * May be stopped at any moment and begun again, and two instances may run it at the same time: a document that is
     * migrated already stays as it is.
     *
     * @return how many documents it changed
     */
    long migrate(MongoDatabase database);
}
