package dev.fieldcert.stored;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Component;

/**
 * The schema version of all stored data, in a collection of its own. It is checked before the first document is read:
 * an older database is migrated, a newer one is rejected. The version goes up only for a change that the previous
 * release cannot handle (ADR 17).
 */
@Component
final class Schema {

    /** The version that this release reads and writes. */
    static final int VERSION = 2;

    /** The version of a database that was written before versions were stored. */
    private static final int BEFORE_VERSIONS = 1;

    private static final Duration TO_COME_UP = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
    private static final String COLLECTION = "schema";
    private static final Set<String> RETIRED = Set.of("digests", "round_ups_said");
    private static final Document ONLY = new Document("_id", "schema");

    private final Clock clock;
    private final List<Migration> migrations;

    /**
     * @throws IllegalStateException if a newer release wrote the database; the message tells the operator what to do
     */
    @Autowired
    Schema(MongoDatabaseFactory database, Clock clock) {
        this(database.getMongoDatabase(), clock, List.of(new NamesToCodes()));
    }

    Schema(MongoDatabase database, Clock clock, List<Migration> migrations) {
        this.clock = clock;
        this.migrations = migrations;
        prepare(database);
    }

    private void prepare(MongoDatabase database) {
        awaitAnswer(database);
        // The order matters: another instance that starts at the same moment writes the version before it creates its
        // first collection.
        boolean isNew = isEmpty(database);
        MongoCollection<Document> schema = database.getCollection(COLLECTION);
        if (isNew && schema.find(ONLY).first() == null) {
            write(schema, VERSION);
            return;
        }
        int version = versionOf(database);
        if (version > VERSION) {
            throw new IllegalStateException(
                    ("The database has schema %d, and this release knows schemas up to %d: start the"
                                    + " newer release that wrote it, or restore a backup from before it.")
                            .formatted(version, VERSION));
        }
        while (version < VERSION) {
            int from = version;
            long changed = migrations.stream()
                    .filter(each -> each.from() == from)
                    .findFirst()
                    .orElseThrow()
                    .migrate(database);
            version++;
            write(schema, version);
            LOG.info("Database migrated schema={} documents={}", version, changed);
        }
        dropWhatNobodyReads(database);
    }

    /** Waits for the database, because it may be starting at the same time as the bot. */
    private static void awaitAnswer(MongoDatabase database) {
        long end = System.nanoTime() + TO_COME_UP.toNanos();
        boolean answers = false;
        while (!answers) {
            try {
                database.runCommand(new Document("ping", 1));
                answers = true;
            } catch (MongoTimeoutException notYet) {
                if (System.nanoTime() - end > 0) {
                    throw notYet;
                }
            }
        }
    }

    /** The version of a database that is not empty. */
    static int versionOf(MongoDatabase database) {
        Document stored = database.getCollection(COLLECTION).find(ONLY).first();
        return stored == null ? BEFORE_VERSIONS : stored.getInteger("version");
    }

    /** Drops collections of earlier releases, because they contain people's ids and nothing reads them now. */
    private static void dropWhatNobodyReads(MongoDatabase database) {
        database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(RETIRED::contains)
                .forEach(name -> {
                    database.getCollection(name).drop();
                    LOG.info("Collection dropped name={} reason=\"of an earlier release\"", name);
                });
    }

    private static boolean isEmpty(MongoDatabase database) {
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .allMatch(name -> name.startsWith("system.") || name.equals(COLLECTION));
    }

    private void write(MongoCollection<Document> schema, int version) {
        schema.updateOne(
                ONLY,
                new Document("$max", new Document("version", version))
                        .append("$set", new Document("at", Date.from(clock.instant()))),
                new UpdateOptions().upsert(true));
    }
}
